package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import java.time.Duration;

/**
 * Gets one floor warm, unpinned, by the load that is measured: until its client's compilers are quiet in three rounds
 * running, or for as long as a transport may take. A floor that is colder than what is held against it flatters that.
 */
final class FloorWarmUp {
    private static final long ROUND_NANOS = 300_000_000;
    private static final int QUIET_ROUNDS = 3;
    private static final double QUIET_JIT_SHARE = 0.03;

    private final Duration limit;
    private final Deployment pair;

    FloorWarmUp(Duration limit, Deployment pair) {
        this.limit = limit;
        this.pair = pair;
    }

    void warm() throws InterruptedException {
        long begun = System.nanoTime();
        int quiet = 0;
        while (quiet < QUIET_ROUNDS && System.nanoTime() - begun < limit.toNanos()) {
            Measured m = pair.measure(new Measure(
                    0,
                    AskedAction.of(Action.AUTHENTICATE),
                    GenerationRun.FLOOR.loop(),
                    0,
                    GenerationRun.FLOOR.inFlight(),
                    ROUND_NANOS,
                    0));
            double share = m.spent().jitNanos() / (double) ROUND_NANOS;
            quiet = share < QUIET_JIT_SHARE ? quiet + 1 : 0;
        }
    }
}
