package anywire.bench.driver;

import anywire.bench.run.Steadiness;
import anywire.host.HostingSpec;
import anywire.host.Spent;
import java.util.List;
import java.util.Map;

/** What the conductor asks of drivers, and floors' clients, over the control channel. */
public final class Protocol {
    private Protocol() {}

    /**
     * Connect and make ready.
     *
     * @param endpoint where the services are; empty: host them in this process
     * @param hosting what the services hold, so that the driver knows users, tokens and who follows whom
     * @param actions that will be asked for
     * @param authors how many users post, drawn by the hosting's seed
     */
    public record Connect(
            String endpoint,
            HostingSpec hosting,
            List<String> actions,
            String codec,
            int authors,
            long deadlineNanos,
            Map<String, String> secrets) {}

    /**
     * @param serverFacts of the server; as the driver knows them, only of one that it hosts itself
     * @param graphSource where the graph is from, with its seed
     * @param fanOuts followers of each author, in the order in which they take turns
     */
    public record Connected(
            Map<String, String> facts,
            Map<String, String> serverFacts,
            String graphSource,
            int users,
            long follows,
            List<Integer> fanOuts) {
        /** The same, with what a server in another process says of itself. */
        public Connected servedBy(Map<String, String> server) {
            return new Connected(facts, server, graphSource, users, follows, fanOuts);
        }
    }

    /** Closed loop, not measured, for so long. */
    public record Warm(String action, int inFlight, long nanos) {}

    /** Open loop, not measured, for so long. */
    public record WarmOpen(String action, double ratePerSecond, long nanos) {}

    /** @param wrong anything but right answers */
    public record Warmed(long calls, long wrong, double perSecond, Spent spent) {}

    /**
     * Measure.
     *
     * @param window unique in the run: part of each call's key
     * @param loop of {@link anywire.bench.run.Scenario.Loop}
     */
    public record Measure(
            long window, String action, String loop, double ratePerSecond, int inFlight, long nanos, long seed) {}

    /**
     * @param histograms compressed, nanoseconds: from intended start, from actual send, send lag
     * @param perSecond right answers
     * @param steadiness unknown of a bare ping-pong
     * @param calls by operation: how many calls and events the client was handed in this window
     * @param faults by kind
     * @param allocated and the like: what the process spent from the first send to the last answer
     */
    public record Measured(
            byte[] intended,
            byte[] actual,
            byte[] sendLag,
            long intendedCount,
            long sent,
            long right,
            long wrong,
            long refused,
            long failed,
            long timedOut,
            long unanswered,
            double seconds,
            double perSecond,
            Steadiness steadiness,
            Pushes pushes,
            List<Calls> calls,
            List<String> faults,
            Spent spent) {}

    public record Pushes(long expected, long heard, long doubled, long outOfOrder) {
        public static final Pushes NONE = new Pushes(0, 0, 0, 0);
    }

    public record Calls(String operation, long count) {}

    /** Asks what a {@link anywire.bench.load.Responder} wrote down in the last window: {@link Recorded}. */
    public record AskRecorded(String action) {}

    /**
     * Of each call, in the order of their numbers.
     *
     * @param arrivalNanos since the first one's arrival
     * @param waitedNanos from its arrival to just before it was let go; -1 for one that never was
     */
    public record Recorded(List<Long> arrivalNanos, List<Long> waitedNanos) {}

    /** Asks for calls of the windows to come to be mangled, by the low halves of their keys: {@link Mangled}. */
    public record Mangle(List<Long> dropped, List<Long> doubled, List<Long> swapped) {}

    /** They will be. */
    public record Mangled() {}
}
