package anywire.bench.model;

import java.util.List;

/**
 * What became of what was sent, from the sequence numbers that both ends wrote down. A call is in exactly one of
 * answered, wrong, refused, failed, timedOut, unanswered.
 *
 * @param intended how many the load called for
 * @param sent how many the driver sent
 * @param answered rightly
 * @param wrong answered, but not with what was asked for
 * @param failed no answer, and the client said so: by fault, {@code "OVERLOADED 3"}
 * @param unanswered still open when the window's time to drain was over
 * @param executed how many of them the service saw
 * @param lost sequence numbers that were sent and that the service never saw
 * @param doubled sequence numbers that the service saw more than once
 * @param pushesExpected items that subscribers should have heard of posts that were stored
 * @param pushesHeard of these, heard at least once
 * @param pushesDoubled heard again
 * @param pushesOutOfOrder heard after a later one of the same author
 * @param balanced whether the sums come out: what was answered was executed, and all that was sent is accounted for
 */
public record Accounting(
        long intended,
        long sent,
        long answered,
        long wrong,
        long refused,
        long failed,
        long timedOut,
        long unanswered,
        long executed,
        long lost,
        long doubled,
        long outOfOrder,
        long pushesExpected,
        long pushesHeard,
        long pushesDoubled,
        long pushesOutOfOrder,
        List<String> faults,
        boolean balanced) {

    /** All sent were answered rightly, once, and heard by everybody once. */
    public boolean clean() {
        return balanced
                && sent == intended
                && answered == sent
                && lost == 0
                && doubled == 0
                && pushesHeard == pushesExpected
                && pushesDoubled == 0;
    }
}
