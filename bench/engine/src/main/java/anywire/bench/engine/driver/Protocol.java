package anywire.bench.engine.driver;

import anywire.bench.model.AskedAction;
import anywire.bench.model.Network;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Steadiness;
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
     * @param legs where the services are; empty: host them in this process
     * @param networks where they are over each other network; none where all is in this process
     * @param hosting what the services hold, so that the driver knows users, tokens and who follows whom
     * @param actions that will be asked for
     * @param authors how many users of each number of followers post, drawn by the hosting's seed
     */
    public record Connect(
            List<Leg> legs,
            List<Over> networks,
            HostingSpec hosting,
            List<AskedAction> actions,
            String codec,
            int authors,
            long deadlineNanos,
            Map<String, String> secrets) {}

    public record Over(Network network, List<Leg> legs) {}

    /** @param endpoint where the services are, options included */
    public record Leg(List<String> services, String scheme, String endpoint) {}

    /**
     * @param facts of the clients; where there are several, each name begins with the scheme
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
    public record Warm(AskedAction action, int inFlight, long nanos) {}

    /** Open loop, not measured, for so long. */
    public record WarmOpen(AskedAction action, double ratePerSecond, long nanos) {}

    /** By one caller that waits, not measured, for so long. */
    public record WarmBlocking(AskedAction action, long nanos) {}

    /** @param wrong anything but right answers */
    public record Warmed(long calls, long wrong, double perSecond, Spent spent) {}

    /**
     * Measure.
     *
     * @param window unique in the run: part of each call's key
     */
    public record Measure(
            long window, AskedAction action, Loop loop, double ratePerSecond, int inFlight, long nanos, long seed) {}

    /** The same with every call sent late on purpose, by so much. */
    public record MeasureLate(Measure measure, long lateNanos) {}

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

    /** Asks what a {@link anywire.bench.engine.load.Responder} wrote down in the last window: {@link Recorded}. */
    public record AskRecorded(AskedAction action) {}

    /**
     * Of each call, in the order of their numbers.
     *
     * @param arrivalNanos since the first one's arrival
     * @param waitedNanos from its arrival to just before it was let go; -1 for one that never was
     */
    public record Recorded(List<Long> arrivalNanos, List<Long> waitedNanos) {}

    /** Asks for calls of the windows to come to be mangled, by the low halves of their keys: {@link Mangled}. */
    public record Mangle(List<Long> dropped, List<Long> doubled, List<Long> swapped) {}

    /** Asks what became of the posts of the last window of a {@link anywire.bench.engine.load.StorePost}: its Fate. */
    public record AskFate(AskedAction action) {}

    /** Asks for so many callers to wait for storage at once: {@link Held}, once all of them do. */
    public record HoldCallers(int callers, boolean blocking) {}

    /**
     * @param threads more than before
     * @param residentBytes more than before
     */
    public record Held(int waiting, int threads, long residentBytes) {}

    /** Asks for their end, once storage answers: {@link Released}. */
    public record ReleaseCallers() {}

    public record Released(int answered) {}

    /** Asks how the last window went, in steps from its beginning: {@link Steps}. */
    public record AskSteps(long stepNanos) {}

    /**
     * By the end of each step, so far: sent, went on, failed; and the median time until those went on that did in the
     * step, 0 where none did.
     *
     * @param startNanos when it began, by {@link System#nanoTime()}, which all processes of a machine share on Linux
     */
    public record Steps(
            long startNanos, List<Long> sent, List<Long> wentOn, List<Long> failed, List<Long> medianNanos) {}

    /** They will be. */
    public record Mangled() {}
}
