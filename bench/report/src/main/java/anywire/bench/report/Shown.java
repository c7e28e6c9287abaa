package anywire.bench.report;

import anywire.bench.model.Accounting;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Ratio;
import anywire.bench.model.Analysis.Tail;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Figures;
import anywire.bench.model.Latency;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Tone;
import java.util.Optional;

/** How single figures are shown, the same in every table and on the terminal. */
final class Shown {
    static final String NONE = "–";

    private Shown() {}

    static String micros(Latency latency, long nanos) {
        return latency.count() == 0 ? NONE : Figures.micros(nanos);
    }

    static String p99(CellAnalysis cell) {
        Tail tail = cell.p99();
        return tail.printable()
                ? Figures.micros(cell.intended().p99Nanos()) + " (" + Figures.threeDigits(tail.lowNanos() / 1_000.0)
                        + " to " + Figures.threeDigits(tail.highNanos() / 1_000.0) + ")"
                        + (tail.machine() ? " machine" : "")
                : "too few";
    }

    static String interval(boolean there, double low, double high) {
        return there ? Figures.ratio(low) + " to " + Figures.ratio(high) : NONE;
    }

    /** {@code 0.52 (0.49 to 0.56)} */
    static String ratio(Comparison c) {
        if (c.ratio() == 0) {
            return NONE;
        }
        return Figures.ratio(c.ratio())
                + (c.hasInterval() ? " (" + interval(true, c.low95(), c.high95()) + ")" : " (no interval)");
    }

    static String ratio(Ratio r) {
        return Figures.ratio(r.ratio())
                + (r.hasInterval() ? " (" + interval(true, r.low95(), r.high95()) + ")" : " (no interval)");
    }

    static String ratio(CellAnalysis cell, String reference, Optional<Comparison> comparison) {
        return cell.transport().equals(reference)
                ? "1"
                : comparison.map(Shown::ratio).orElse(NONE);
    }

    static Entry verdict(CellAnalysis cell, String reference, Optional<Comparison> comparison) {
        if (!cell.delivered()) {
            return new Entry(Verdict.BROKEN.words(), Tone.BAD);
        }
        if (cell.transport().equals(reference)) {
            return new Entry("reference", Tone.FAINT);
        }
        return comparison.map(c -> verdict(c.verdict())).orElse(new Entry(NONE, Tone.FAINT));
    }

    static Entry verdict(Verdict verdict) {
        return new Entry(
                verdict.words(),
                switch (verdict) {
                    case FASTER -> Tone.GOOD;
                    case SLOWER -> Tone.BAD;
                    case SAME, SLIGHTLY_FASTER, SLIGHTLY_SLOWER -> Tone.PLAIN;
                    case NO_VERDICT -> Tone.FAINT;
                    case BROKEN -> Tone.BAD;
                });
    }

    /** Driver, services, and broker where there is one; where the scheduler keeps no account, nothing. */
    static String cpu(CellAnalysis cell) {
        double driver = cell.driverCpuMicrosPerCall();
        double server = cell.serverCpuMicrosPerCall();
        double broker = cell.brokerCpuMicrosPerCall();
        if (driver + server == 0) {
            return NONE;
        }
        String sum = Figures.threeDigits(cell.cpuMicrosPerCall()) + " µs";
        if (server == 0) {
            return sum + " (one process)";
        }
        return sum + " (" + Figures.threeDigits(driver) + " + " + Figures.threeDigits(server)
                + (broker == 0 ? "" : " + " + Figures.threeDigits(broker)) + ")";
    }

    static Entry accounting(Accounting accounting) {
        if (accounting.clean()) {
            return new Entry("clean", Tone.PLAIN);
        }
        return new Entry(accounting.balanced() ? "not clean" : "does not add up", Tone.BAD);
    }
}
