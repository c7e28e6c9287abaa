package anywire.network;

import java.util.SplittableRandom;

/**
 * What becomes of what arrives in one direction, and when. The same seed and arrivals give the same fate. Used by one
 * thread at a time.
 */
final class Fate {
    private final SplittableRandom random;
    private long lastDueNanos = Long.MIN_VALUE;
    private long freeNanos = Long.MIN_VALUE;

    Fate(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** When it goes on, once or twice; or not at all. */
    record Verdict(boolean lost, long dueNanos, boolean doubled, boolean heldBack) {}

    Verdict of(Conditions conditions, long arrivedNanos, int bytes) {
        if (random.nextDouble() < conditions.loss()) {
            return new Verdict(true, 0, false, false);
        }
        long due = arrivedNanos + conditions.delay().toNanos() + jitter(conditions);
        if (conditions.bytesPerSecond() > 0) {
            long start = Math.max(arrivedNanos, freeNanos);
            freeNanos = start + (long) (bytes * 1e9 / conditions.bytesPerSecond());
            due += freeNanos - arrivedNanos;
        }
        // In order, whatever the jitter; what is held back holds up nobody.
        due = Math.max(due, lastDueNanos);
        boolean doubled = random.nextDouble() < conditions.doubling();
        boolean heldBack = random.nextDouble() < conditions.reordering();
        lastDueNanos = due;
        return new Verdict(false, heldBack ? due + Conditions.HELD_BACK.toNanos() : due, doubled, heldBack);
    }

    private long jitter(Conditions conditions) {
        long most = conditions.jitter().toNanos();
        return most == 0 ? 0 : random.nextLong(-most, most + 1);
    }
}
