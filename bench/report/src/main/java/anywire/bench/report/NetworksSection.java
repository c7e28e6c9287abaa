package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Crossed;
import anywire.bench.model.Crossed.OverOne;
import anywire.bench.model.Figures;
import anywire.bench.model.Network;
import java.time.Duration;
import java.util.List;

/** Whether the networks that were put between did what their names say. */
final class NetworksSection {
    private NetworksSection() {}

    static Section of(Analysis analysis) {
        Crossed crossed = analysis.crossed();
        Section.Builder section = Section.titled("Networks as they were");
        if (crossed.networks().isEmpty()) {
            return section.build();
        }
        return section.text("What lay between the processes counted what crossed it, all rows and both ways together:"
                        + " packets where the kernel's own go through it, else datagrams and pieces of streams. It spent "
                        + Figures.threeDigits(crossed.cpuMicrosPerPacket())
                        + " µs of CPU on each, beside the services and on no row's account.")
                .table(
                        "All generations, measured part",
                        List.of(
                                "network",
                                "held back, each way",
                                "arrived",
                                "lost",
                                "of these",
                                "dropped as too many waited",
                                "sent on late by, mean"),
                        crossed.networks().stream().map(NetworksSection::row).toList())
                .build();
    }

    private static List<Piece.Entry> row(OverOne one) {
        return Section.row(
                one.network(),
                Network.named(one.network())
                        .map(network -> micros(network.roundTrip().dividedBy(2)))
                        .orElse(Shown.NONE),
                Figures.whole(one.arrived()),
                Figures.whole(one.lost()),
                one.arrived() == 0 ? Shown.NONE : Figures.percent((double) one.lost() / one.arrived()),
                Figures.whole(one.overflowed()),
                one.passed() == 0 ? Shown.NONE : Figures.threeDigits(one.meanLateMicros()) + " µs");
    }

    private static String micros(Duration delay) {
        return Figures.whole(delay.toNanos() / 1_000.0) + " µs";
    }
}
