package anywire.bench.analysis.advice;

import anywire.bench.model.Figures;
import anywire.bench.model.Reason;

/** Each reason for less than high trust, in one sentence. */
public final class ReasonText {
    private ReasonText() {}

    /** With the figure, and the bound where there is one. */
    public static String of(Reason r) {
        return switch (r.code()) {
            case WRONG_ANSWERS ->
                Figures.count((int) r.figure(), "call") + " over " + r.row() + " got an answer that was not asked for.";
            case ACCOUNTING_MISMATCH ->
                "Over " + r.row() + " what was sent and what was executed do not agree in "
                        + Figures.count((int) r.figure(), "window") + ".";
            case LOAD_NOT_DELIVERED ->
                Figures.percent(r.figure()) + " of the calls that were asked of " + r.row() + " were answered rightly"
                        + bound(r) + ".";
            case NOTHING_MEASURED ->
                r.row().isEmpty() ? "Nothing was measured." : "No call over " + r.row() + " was answered.";
            case STILL_WARMING ->
                "The ratio of " + r.row() + " still moved by "
                        + Figures.percent(Math.abs(Math.expm1(r.figure())))
                        + " from the first rounds of a generation to its last: code was cold.";
            case COMPILERS_BUSY ->
                "Compilers were at work for " + Figures.percent(r.figure()) + " of the windows of " + r.row() + bound(r)
                        + ": code was cold.";
            case ANALYSES_DISAGREE ->
                "Without disturbed rounds the ratio of " + r.row() + " is "
                        + Figures.percent(Math.expm1(Math.abs(r.figure()))) + " away" + bound(r) + ".";
            case STEAL_UNEQUAL ->
                "The hypervisor took " + Figures.percent(Math.abs(r.figure())) + " of the cores " + moreOrLess(r)
                        + " from " + r.row() + "'s windows than from the reference's" + bound(r) + ".";
            case OTHERS_UNEQUAL ->
                "Other processes used " + Figures.percent(Math.abs(r.figure())) + " of a core " + moreOrLess(r) + " in "
                        + r.row() + "'s windows than in the reference's" + bound(r) + ".";
            case SEND_LAG_UNEQUAL ->
                "Late sends moved the ratio of " + r.row() + " by " + Figures.percent(Math.abs(Math.expm1(r.figure())))
                        + bound(r) + ".";
            case SATURATED ->
                "In " + Figures.percent(r.figure()) + " of its windows " + r.row()
                        + " had no core to spare: latency was then a queue for the processor.";
            case FAILED_CALLS ->
                "Over " + r.row() + ", " + Figures.count((int) r.figure(), "call")
                        + " or pushes failed, were lost or came twice.";
            case STEAL ->
                "The hypervisor took " + Figures.percent(r.figure()) + " of the cores, from all rows alike" + bound(r)
                        + ".";
            case OTHER_PROCESSES ->
                "Other processes used " + Figures.percent(r.figure()) + " of a core, whoever was measured" + bound(r)
                        + ".";
            case DISTURBED_ROUNDS ->
                "A probe between windows found " + Figures.percent(r.figure()) + " of the rounds disturbed" + bound(r)
                        + ".";
            case COLLECTIONS ->
                "Collections stopped " + r.row() + " for " + Figures.percent(r.figure()) + " of the time" + bound(r)
                        + ".";
            case ONE_GENERATION ->
                "One generation was measured: how much fresh processes vary is known from elsewhere.";
            case INCOMPLETE ->
                "The run ended early: " + (int) r.figure() + " of " + (int) r.bound()
                        + " generations came to their end.";
            case INDICATIVE_PLATFORM -> "On this platform figures are only indicative: processes can't be pinned.";
            case PROFILED -> "Every JVM recorded itself (--profile): it shows where time goes, and compares nothing.";
            case NETWORK_OVERFLOWED ->
                "The network " + r.row() + " dropped " + Figures.count((int) r.figure(), "packet")
                        + " since too many waited: it lost more than its name says.";
        };
    }

    private static String moreOrLess(Reason r) {
        return r.figure() < 0 ? "less" : "more";
    }

    private static String bound(Reason r) {
        return r.bound() == 0 ? "" : " (bound " + Figures.percent(r.bound()) + ")";
    }
}
