package anywire.bench.engine.calibrate;

import anywire.bench.engine.calibrate.NoiseRole.Able;
import anywire.bench.engine.calibrate.NoiseRole.Begun;
import anywire.bench.engine.calibrate.NoiseRole.Burn;
import anywire.bench.engine.calibrate.NoiseRole.Burnt;
import anywire.bench.engine.calibrate.NoiseRole.Prepare;
import anywire.bench.engine.calibrate.NoiseRole.Stop;
import anywire.bench.engine.runner.Disturbance;
import anywire.host.ClassPath;
import anywire.host.Role;
import anywire.host.RoleProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The process that disturbs, seen from here. To be used by one thread. */
final class NoiseProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RoleProcess role;
    private final boolean realTime;

    private NoiseProcess(RoleProcess role, boolean realTime) {
        this.role = role;
        this.realTime = realTime;
    }

    /**
     * Takes a second or two.
     *
     * @param cores that it may be asked to disturb
     * @param logs an existing folder
     */
    static NoiseProcess start(List<Integer> cores, Path logs) throws InterruptedException {
        RoleProcess role =
                RoleProcess.start("noise", NoiseRole.class, ClassPath.of(List.of(NoiseRole.class, Role.class)), logs);
        try {
            return new NoiseProcess(
                    role, role.ask(new Prepare(cores), Able.class, PATIENCE).realTime());
        } catch (InterruptedException | RuntimeException e) {
            role.close();
            throw e;
        }
    }

    /** Whether it may put a thread before all others. */
    boolean realTime() {
        return realTime;
    }

    /** Of a window that is left in peace: the process is there all the same, and somebody else's. */
    Disturbance quiet() {
        return new Quiet();
    }

    /** Of a window. @param early whether it is there before the window is, as what falls on all alike would be */
    Burning burning(Burn burn, boolean early) {
        return new Burning(burn, early);
    }

    private class Quiet implements Disturbance {
        @Override
        public Set<Long> foreign() {
            return Set.of(role.pid());
        }
    }

    /** Of one window. */
    final class Burning extends Quiet {
        private final Burn burn;
        private final boolean early;
        private long burntNanos;
        private long nanos;

        private Burning(Burn burn, boolean early) {
            this.burn = burn;
            this.early = early;
        }

        @Override
        public void early() throws InterruptedException {
            if (early) {
                ask();
            }
        }

        @Override
        public void begin() throws InterruptedException {
            if (!early) {
                ask();
            }
        }

        private void ask() throws InterruptedException {
            nanos = System.nanoTime();
            var ignored = role.ask(burn, Begun.class, PATIENCE);
        }

        @Override
        public void end() throws InterruptedException {
            burntNanos = role.ask(new Stop(), Burnt.class, PATIENCE).nanos();
            nanos = System.nanoTime() - nanos;
        }

        /** Of one core's time meanwhile, what was burnt on all of them together. Once it is over. */
        double coresBurnt() {
            return (double) burntNanos / Math.max(1, nanos);
        }
    }

    @Override
    public void close() {
        role.close();
    }
}
