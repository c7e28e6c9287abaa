package anywire.network;

import java.time.Duration;

/**
 * What a relay does in each direction.
 *
 * @param delay added, one way: half of what a round trip takes longer
 * @param jitter the delay is up to so much more or less, evenly; datagrams keep their order all the same
 * @param bytesPerSecond that get through; 0: all
 * @param loss share of datagrams that are lost, 0 to 1
 * @param doubling share of datagrams that come twice
 * @param reordering share of datagrams that are held back for {@link #HELD_BACK} more, and so overtaken
 */
public record Conditions(
        Duration delay, Duration jitter, long bytesPerSecond, double loss, double doubling, double reordering) {
    /** Nothing is done to anything. */
    public static final Conditions NONE = new Conditions(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0);

    /** How much later a datagram comes that is to be overtaken. */
    public static final Duration HELD_BACK = Duration.ofMillis(2);

    /** @throws IllegalArgumentException in one line, if it makes no sense */
    public Conditions {
        if (delay.isNegative() || jitter.isNegative() || jitter.compareTo(delay) > 0) {
            throw new IllegalArgumentException(
                    "a delay is 0 or more, its jitter no more than itself: not " + delay + " and " + jitter);
        }
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("a rate is 0 (no limit) or more, not " + bytesPerSecond);
        }
        share("loss", loss);
        share("doubling", doubling);
        share("reordering", reordering);
    }

    private static void share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is a share from 0 to 1, not " + share);
        }
    }

    public Conditions withDelay(Duration changed) {
        return new Conditions(changed, jitter, bytesPerSecond, loss, doubling, reordering);
    }

    public Conditions withJitter(Duration changed) {
        return new Conditions(delay, changed, bytesPerSecond, loss, doubling, reordering);
    }

    public Conditions withRate(long changed) {
        return new Conditions(delay, jitter, changed, loss, doubling, reordering);
    }

    public Conditions withLoss(double changed) {
        return new Conditions(delay, jitter, bytesPerSecond, changed, doubling, reordering);
    }

    public Conditions withDoubling(double changed) {
        return new Conditions(delay, jitter, bytesPerSecond, loss, changed, reordering);
    }

    public Conditions withReordering(double changed) {
        return new Conditions(delay, jitter, bytesPerSecond, loss, doubling, changed);
    }

    boolean areForDatagramsOnly() {
        return loss > 0 || doubling > 0 || reordering > 0;
    }
}
