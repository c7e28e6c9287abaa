package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.model.Analysis;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Tax;
import java.util.List;

/** What a call costs, and what of it a transport adds to the same call in process. */
final class CostSection {
    private CostSection() {}

    static Section of(Run run, Analysis analysis) {
        Section.Builder section = Section.titled(Anchors.COST, "Cost and transport tax")
                .text(
                        "For each call rightly answered. CPU is the scheduler's account of every thread; how much of it was in the"
                                + " kernel is counted by ticks. The tax is what is left when the same load in process ("
                                + run.suite().baseline()
                                + ": sender, codec, service) is taken off: the kernel's part is system calls, the network stack"
                                + " and waking the other side; the rest is the client's library, framing and dispatch. Bytes and"
                                + " packets are the loopback interface's, headers and acknowledgements included.");
        for (Scenario scenario : run.suite().scenarios()) {
            List<List<Piece.Entry>> rows = analysis.taxes().stream()
                    .filter(t -> t.scenario().equals(scenario.name()))
                    .map(t -> row(run, t))
                    .toList();
            section.table(
                    scenario.name() + ", " + scenario.conditions(),
                    List.of(
                            "transport",
                            "CPU, driver",
                            "CPU, services",
                            "CPU, broker",
                            "in the kernel",
                            "tax",
                            "of it kernel",
                            "of it library",
                            "of it broker",
                            "allocated",
                            "on the wire",
                            "packets"),
                    rows);
        }
        return section.build();
    }

    private static String broker(Tax tax) {
        return tax.brokerCpuNanos() == 0 ? Shown.NONE : Figures.micros(tax.brokerCpuNanos());
    }

    private static List<Piece.Entry> row(Run run, Tax tax) {
        return Section.row(
                run.label(tax.transport()),
                Figures.micros(tax.driverCpuNanos()),
                tax.serverCpuNanos() == 0 ? Shown.NONE : Figures.micros(tax.serverCpuNanos()),
                broker(tax),
                Figures.micros(tax.kernelNanos()),
                tax.taxed() ? Figures.micros(tax.cpuNanos()) : Shown.NONE,
                tax.taxed() ? Figures.micros(tax.taxKernelNanos()) : Shown.NONE,
                tax.taxed() ? Figures.micros(tax.taxLibraryNanos()) : Shown.NONE,
                tax.taxed() ? broker(tax) : Shown.NONE,
                Figures.whole(tax.allocatedBytes()) + " B",
                Figures.whole(tax.wireBytes()) + " B",
                Figures.threeDigits(tax.packets()));
    }
}
