package anywire.host;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the kernel tells nobody of. */
final class Polling {
    private static final long STEP_NANOS = 200_000;

    private Polling() {}

    /** Whether it came true in time. Not to be interrupted: an interrupt that comes meanwhile is still there afterwards. */
    static boolean until(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end >= 0) {
                    return condition.getAsBoolean();
                }
                LockSupport.parkNanos(STEP_NANOS);
                interrupted |= Thread.interrupted();
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
