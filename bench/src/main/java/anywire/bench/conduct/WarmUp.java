package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Warm;
import anywire.bench.driver.Protocol.WarmOpen;
import anywire.bench.driver.Protocol.Warmed;
import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.bench.run.Warmth;
import anywire.host.ServiceRole.Spend;
import anywire.host.Spent;
import java.time.Duration;
import java.util.List;

/**
 * Gets one transport warm, unpinned: closed loop until enough calls were made and compilers are quiet in three seconds
 * running, then each scenario's own load for a moment. What is not warm by the suite's limit is marked, not waited for.
 */
final class WarmUp {
    private static final long SLICE_NANOS = 1_000_000_000;
    private static final int QUIET_SLICES = 3;
    private static final double QUIET_JIT_SHARE = 0.01;
    private static final int IN_FLIGHT = 8;
    private static final long OPEN_NANOS = 500_000_000;

    private final Suite suite;

    WarmUp(Suite suite) {
        this.suite = suite;
    }

    Warmth warm(Pair pair) throws InterruptedException {
        List<String> actions =
                suite.scenarios().stream().map(Scenario::action).distinct().toList();
        long begun = System.nanoTime();
        long spare = OPEN_NANOS * suite.scenarios().size() + SLICE_NANOS * (actions.size() - 1);
        long until = begun + Math.max(SLICE_NANOS, suite.warmUpLimit().toNanos() - spare);
        long calls = 0;
        int quiet = 0;
        double jitShare = 1;
        double peak = 0;
        while (quiet < QUIET_SLICES && System.nanoTime() + SLICE_NANOS / 2 < until) {
            Spent serverBefore = server(pair);
            Warmed slice = ask(pair, new Warm(actions.get(0), IN_FLIGHT, SLICE_NANOS), SLICE_NANOS);
            long jitMillis = Math.max(
                    slice.spent().jitMillis(), server(pair).minus(serverBefore).jitMillis());
            jitShare = jitMillis / (SLICE_NANOS / 1e6);
            calls += slice.calls();
            peak = slice.perSecond();
            quiet = calls >= suite.warmUpCalls() && jitShare < QUIET_JIT_SHARE ? quiet + 1 : 0;
        }
        for (String action : actions.subList(1, actions.size())) {
            calls += ask(pair, new Warm(action, 1, SLICE_NANOS), SLICE_NANOS).calls();
        }
        for (Scenario scenario : suite.scenarios()) {
            if (scenario.load().loop().open()) {
                WarmOpen open = new WarmOpen(scenario.action(), scenario.load().ratePerSecond(), OPEN_NANOS);
                calls += ask(pair, open, OPEN_NANOS).calls();
            }
        }
        return new Warmth(pair.name(), quiet >= QUIET_SLICES, calls, (System.nanoTime() - begun) / 1e9, jitShare, peak);
    }

    private static Warmed ask(Pair pair, Record question, long nanos) throws InterruptedException {
        return pair.driver().ask(question, Warmed.class, Duration.ofNanos(nanos).plus(Pair.GRACE));
    }

    private static Spent server(Pair pair) throws InterruptedException {
        return pair.server().isPresent()
                ? pair.server().get().ask(new Spend(), Spent.class, Pair.GRACE)
                : new Spent(0, 0, 0, 0, 0);
    }
}
