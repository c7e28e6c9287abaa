package anywire.bench.analysis.advice;

import anywire.bench.analysis.advice.Advice.Reason;
import anywire.bench.model.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How one row stands, as far as a run's evidence goes.
 *
 * @param answers to every wish
 * @param capacities of each action that was searched for
 * @param maxBodyBytes 0 where it isn't known
 * @param timings of each kind of work over each network
 */
public record Standing(
        String row,
        String label,
        Map<Requirement, Capability> answers,
        List<Capacity> capacities,
        long maxBodyBytes,
        List<Timing> timings) {
    /** What keeps it out where a larger body is needed. */
    public Reason bodyTooLarge() {
        return new Reason("the largest body is " + Figures.whole(maxBodyBytes) + " bytes", Evidence.promise());
    }

    /** What it is ranked by for some work over some network: where it held, and can be compared if anything can. */
    Optional<Timing> timing(Query need) {
        List<Timing> those = timings.stream()
                .filter(t -> t.work() == need.rank() && t.held())
                .filter(t -> t.network().equals(need.network().word()))
                .toList();
        return those.stream()
                .filter(t -> t.ratio() > 0)
                .findFirst()
                .or(() -> those.stream().findFirst());
    }

    /**
     * @param holdsPerSecond 0 if none was confirmed
     * @param failsPerSecond 0 if none was found
     */
    public record Capacity(String action, double holdsPerSecond, double failsPerSecond, Evidence evidence) {
        /** What keeps a row out where more is needed. */
        public Reason exceeded() {
            return new Reason("it does not hold " + Figures.whole(failsPerSecond) + "/s of " + action, evidence);
        }
    }

    /**
     * @param work what was timed
     * @param network over which: {@code loopback}, {@code zone}
     * @param ratio of the median to the reference's; 1 for the reference, 0 where it can't be ranked
     * @param low95 of its interval; 0 where there is none
     * @param verdict in words: {@code faster}, {@code same}, {@code reference}
     * @param held whether it kept up and all went right
     * @param perSecond the rate that was offered; 0 in a closed loop
     */
    public record Timing(
            Work work,
            String network,
            long p50Nanos,
            long p90Nanos,
            double ratio,
            double low95,
            double high95,
            String verdict,
            boolean held,
            double perSecond,
            Evidence evidence) {
        /** What keeps a row out where less is needed. */
        public Reason late() {
            return new Reason("one of ten takes longer than " + Figures.micros(p90Nanos) + " there", evidence);
        }

        /** What keeps a row out where as much is needed, and it did not hold. */
        public Reason fell() {
            return new Reason("it did not hold " + Figures.whole(perSecond) + "/s", evidence);
        }
    }

    /** What there is to be timed. */
    public enum Work {
        CALL("how long a call takes"),
        /** From the publisher's start until the last follower heard. */
        PUSH("when the last follower has heard");

        private final String text;

        Work(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }

        /** As a command line says it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
