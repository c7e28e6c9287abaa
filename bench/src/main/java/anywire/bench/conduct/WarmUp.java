package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Warm;
import anywire.bench.driver.Protocol.WarmOpen;
import anywire.bench.driver.Protocol.Warmed;
import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.bench.run.Warmth;
import anywire.host.ServiceRole.Count;
import anywire.host.ServiceRole.Spend;
import anywire.host.Spent;
import anywire.host.Tally;
import java.time.Duration;
import java.util.List;

/**
 * Gets one transport warm, unpinned. First the closed loop of the first action, until enough calls were made; then, by
 * turns, every action in closed loop and every open scenario at its own rate, so that all that will be measured has been
 * compiled, until compilers are quiet in three rounds running. Few are in flight meanwhile: compiler threads get no more
 * of a busy core than the callers leave them. What is not warm by the suite's limit is marked, not waited for.
 */
final class WarmUp {
    private static final long CLOSED_NANOS = 300_000_000;
    private static final long OPEN_NANOS = 250_000_000;
    private static final int QUIET_ROUNDS = 3;
    private static final double QUIET_JIT_SHARE = 0.01;
    private static final int IN_FLIGHT = 8;
    private static final int FEW_IN_FLIGHT = 2;
    /** As after a hiccup, whose backlog is sent and answered in one go: that way has to be compiled too. */
    private static final int BACKLOG_IN_FLIGHT = 64;

    private static final long BACKLOG_NANOS = 60_000_000;
    /** Of the limit: what the first part may take. */
    private static final double FIRST_PART = 0.4;

    private final Suite suite;
    private final Pair pair;
    private final List<String> actions;
    private final long begun = System.nanoTime();
    private long calls;
    private long jitMillis;

    WarmUp(Suite suite, Pair pair) {
        this.suite = suite;
        this.pair = pair;
        this.actions =
                suite.scenarios().stream().map(Scenario::action).distinct().toList();
    }

    Warmth warm() throws InterruptedException {
        double limitSeconds = suite.warmUpLimit().toNanos() / 1e9;
        while (calls < suite.warmUpCalls() && seconds() < FIRST_PART * limitSeconds) {
            closed(actions.get(0), IN_FLIGHT);
        }
        int quiet = 0;
        double share = 1;
        double roundSeconds = 0;
        while (quiet < QUIET_ROUNDS && seconds() + roundSeconds < limitSeconds) {
            double before = seconds();
            share = round();
            roundSeconds = seconds() - before;
            quiet = share < QUIET_JIT_SHARE ? quiet + 1 : 0;
        }
        double peak = closed(actions.get(0), IN_FLIGHT);
        return new Warmth(
                pair.name(), quiet >= QUIET_ROUNDS && calls >= suite.warmUpCalls(), calls, seconds(), share, peak);
    }

    /** @return what share of the round compilers were busy, in the busier of the two processes */
    private double round() throws InterruptedException {
        double before = seconds();
        jitMillis = 0;
        Spent serverBefore = server();
        for (String action : actions) {
            closed(action, FEW_IN_FLIGHT);
        }
        warmed(new Warm(actions.get(0), BACKLOG_IN_FLIGHT, BACKLOG_NANOS), BACKLOG_NANOS);
        for (Scenario scenario : suite.scenarios()) {
            if (scenario.load().loop().open()) {
                warmed(new WarmOpen(scenario.action(), scenario.load().ratePerSecond(), OPEN_NANOS), OPEN_NANOS);
            }
        }
        long serverMillis = server().minus(serverBefore).jitMillis();
        return Math.max(jitMillis, serverMillis) / ((seconds() - before) * 1e3);
    }

    /** @return answers a second */
    private double closed(String action, int inFlight) throws InterruptedException {
        return warmed(new Warm(action, inFlight, CLOSED_NANOS), CLOSED_NANOS).perSecond();
    }

    private Warmed warmed(Record question, long nanos) throws InterruptedException {
        Warmed warmed = pair.driver()
                .ask(question, Warmed.class, Duration.ofNanos(nanos).plus(Pair.GRACE));
        // What the witness wrote down is let go, or it would fill the heap.
        Tally ignored = pair.server().orElse(pair.driver()).ask(new Count(0, List.of()), Tally.class, Pair.GRACE);
        calls += warmed.calls();
        jitMillis += warmed.spent().jitMillis();
        return warmed;
    }

    private Spent server() throws InterruptedException {
        return pair.server().isPresent()
                ? pair.server().get().ask(new Spend(), Spent.class, Pair.GRACE)
                : new Spent(0, 0, 0, 0, 0);
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
