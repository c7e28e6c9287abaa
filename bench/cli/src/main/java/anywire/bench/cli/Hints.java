package anywire.bench.cli;

import anywire.bench.engine.conformance.TckRole;
import java.util.Map;
import java.util.Optional;

/** What most often is wrong when a check fails: by the guarantee that it tests, or else by its group. */
final class Hints {
    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry(
                    "CALLS_ARRIVE",
                    "see that every reply is matched to its call by number, whatever order they come in"),
            Map.entry("EVENTS_ARRIVE", "see that an event that was written is flushed, also when nothing follows it"),
            Map.entry(
                    "PUSHES_ARRIVE", "answer a subscription first, then add it to its topic: from there on it is live"),
            Map.entry("CALLS_RUN_AT_MOST_ONCE", "a call whose bytes may have been sent must not be sent again"),
            Map.entry(
                    "EVENTS_RUN_AT_MOST_ONCE",
                    "resend an event only if the other side can tell that it has it already"),
            Map.entry("EVENTS_IN_ORDER", "one client's events must go through one queue, and one connection"),
            Map.entry("PUSHES_IN_ORDER", "one topic's items must go through one queue for each subscriber"),
            Map.entry("GAPS_ARE_TOLD", "bound what waits for a subscriber; tell the gap once what waited is sent"),
            Map.entry(
                    "EVENTS_WAIT_FOR_SERVICE",
                    "something must keep events while the service is away: a broker, a file"),
            Map.entry("ACCEPTED_SURVIVES_RESTART", "say accepted only once it is where a restart finds it"),
            Map.entry(
                    "PUSH_REACHES_REPLICAS",
                    "a publish must reach the subscribers of every server, not of its own alone"),
            Map.entry("DETECTS_DEAD_SERVER", "when a connection is lost, PendingCalls.failAll what it carried"),
            Map.entry(
                    "DETECTS_ABSENT_SERVER",
                    "when no connection comes about, PendingCalls.failUnsent, with Unreachable"),
            Map.entry("AUTHENTICATED_PEER", "check the secret before the first call is run"),
            Map.entry("ENCRYPTED", "nothing of a call may be on the wire in the clear, its path included"),
            Map.entry("calls", "carry body, formats, caller, key and time left as they are"),
            Map.entry("refusals", "a refusal is an answer: its kind and its sentence come back as they were"),
            Map.entry("events", "count what is refused; a send completes at the point that the guarantees name"),
            Map.entry("subscriptions", "an answer that comes too late must be unsubscribed again"),
            Map.entry("pushes", "the publisher asks once a format, and each subscriber hears its own"),
            Map.entry("sizes", "refuse what is over maxBody as TooLarge, and carry all that is not"),
            Map.entry(
                    "ownership", "a body's array is its receiver's for ever: copy out of buffers that are used again"),
            Map.entry("deadlines", "send the time that is left, and let PendingCalls end what is late"),
            Map.entry("cancellation", "a cancelled call frees its place, and its late answer reaches nobody"),
            Map.entry("concurrency", "never run an operation, or wait, on the thread that reads but by Routes"),
            Map.entry(
                    "back pressure",
                    "PendingCalls bounds what is in flight; a RejectedExecutionException is Overloaded"),
            Map.entry("lifecycle", "close is idempotent, ends threads and frees the address; connect starts nothing"),
            Map.entry("restart", "connect again by yourself, and subscribe again to what was live"),
            Map.entry("options", "refuse what is no option; say what each is, in one line"),
            Map.entry("accounting", "nothing may be lost, doubled or answered twice while nothing is overloaded"),
            Map.entry("security", "fail with PeerRejected, and run nothing"),
            Map.entry(
                    "hostile bytes",
                    "bound every length before memory is taken for it; end the connection, not the server"),
            Map.entry("hostile server", "whatever answers there, each call ends in its time, and the client recovers"));

    private Hints() {}

    static Optional<String> of(TckRole.Checked check) {
        return Optional.ofNullable(ALL.get(check.guarantee().isEmpty() ? check.group() : check.guarantee()));
    }
}
