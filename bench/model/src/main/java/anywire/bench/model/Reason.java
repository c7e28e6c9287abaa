package anywire.bench.model;

import anywire.bench.model.Analysis.Trust;
import java.util.Comparator;
import java.util.List;

/**
 * Why something isn't trusted highly: a code and its figures. Sentences are the report's.
 *
 * @param trust as far as it can be trusted with this reason
 * @param row whose fault or misfortune it is; empty where it is the machine's or the run's
 * @param figure what was found, in the code's unit
 * @param bound from which on it counts
 * @param costLog by how much it may have moved the log of a ratio; 0 where that is not known, or all rows were moved alike
 */
public record Reason(Code code, Trust trust, String row, double figure, double bound, double costLog) {
    /** Each is told in one sentence. */
    public enum Code {
        /** Answers other than what was asked for; their number. */
        WRONG_ANSWERS,
        /** What was sent and what was executed don't agree; in so many windows. */
        ACCOUNTING_MISMATCH,
        /** Of the calls that the load asked for, the share answered rightly. */
        LOAD_NOT_DELIVERED,
        /** Nothing was measured. */
        NOTHING_MEASURED,
        /** How far the ratio still moved from the first rounds to the last, in logs. */
        STILL_WARMING,
        /** Compilers' share of the busiest process's windows. */
        COMPILERS_BUSY,
        /** The analysis without disturbed rounds says something else: how far apart they are, in logs. */
        ANALYSES_DISAGREE,
        /** What the hypervisor took of the row's windows beyond the reference's, share of all cores. */
        STEAL_UNEQUAL,
        /** What other processes used in the row's windows beyond the reference's, share of one core. */
        OTHERS_UNEQUAL,
        /** What late sends did to the ratio, in logs. */
        SEND_LAG_UNEQUAL,
        /** Share of the windows in which an end had no core to spare. */
        SATURATED,
        /** Calls that failed, were lost or came twice. */
        FAILED_CALLS,
        /** What the hypervisor took, share of all cores, of all rows alike. */
        STEAL,
        /** What other processes used, share of one core, whoever was measured. */
        OTHER_PROCESSES,
        /** Share of the rounds that a probe found disturbed. */
        DISTURBED_ROUNDS,
        /** Collectors' share of the time in the busiest process. */
        COLLECTIONS,
        /** One generation tells nothing of fresh starts: their spread is known from elsewhere. */
        ONE_GENERATION,
        /** The run ended early. */
        INCOMPLETE,
        /** A platform without pinning. */
        INDICATIVE_PLATFORM,
        /** JVMs recorded themselves. */
        PROFILED,
        /** Packets that a network dropped since too many waited. */
        NETWORK_OVERFLOWED
    }

    /** Worst first, then what cost most. */
    public static List<Reason> ranked(List<Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparing((Reason r) -> r.trust(), Comparator.reverseOrder())
                        .thenComparing(r -> r.code() != Code.STILL_WARMING)
                        .thenComparing(Comparator.comparingDouble((Reason r) -> r.costLog())
                                .reversed())
                        .thenComparing(Reason::code))
                .toList();
    }

    /** The worst of them; high if there are none. */
    public static Trust trust(List<Reason> reasons) {
        return reasons.stream().map(Reason::trust).reduce(Trust.HIGH, Trust::worse);
    }
}
