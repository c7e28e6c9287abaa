package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.WarmBlocking;
import anywire.bench.engine.driver.Protocol.WarmOpen;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Warmth;
import anywire.host.CallTally;
import anywire.host.Spent;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row's way to being warm, unpinned, step by step. First the closed loop of the first action, for a part of the time;
 * then, by turns, every action in closed loop and in open loop, so that all that will be measured has been compiled, until
 * compilers rest in three rounds running or the time is over. Few are in flight meanwhile, and each step ends with a pause:
 * compiler threads get no more of a busy core than the callers leave them, and calls that are made before the compilers are
 * done are slow ones, which bring nothing nearer.
 */
final class WarmUp {
    private static final long CLOSED_NANOS = 300_000_000;
    private static final long OPEN_NANOS = 250_000_000;
    private static final int QUIET_ROUNDS = 3;
    private static final double QUIET_JIT_SHARE = 0.01;
    private static final int IN_FLIGHT = 8;
    private static final int FEW_IN_FLIGHT = 2;
    /** As after a hiccup, whose backlog is sent and answered in one go: that way has to be compiled too. */
    private static final int BACKLOG_IN_FLIGHT = 16;

    private static final long BACKLOG_NANOS = 60_000_000;
    /** Of the closed loop's rate: at the scenarios' own rates, the open loop's way would be compiled in their windows. */
    private static final double OPEN_SHARE = 0.3;
    /** Of the suite's time for one row: what many in flight take. */
    private static final double FIRST_PART = 0.4;

    private final Deployment pair;
    private final List<AskedAction> actions;
    private final List<AskedAction> blocking;
    private final Map<AskedAction, Double> highestRates;
    private final double limitSeconds;
    private double seconds;
    private double jitShare = Double.MAX_VALUE;
    private int quiet;
    private long calls;
    private long jitNanos;

    /** @param longer by what factor than the suite says, since others warm beside it */
    WarmUp(Suite suite, Deployment pair, double longer) {
        this.pair = pair;
        this.actions =
                suite.scenarios().stream().map(Scenario::asked).distinct().toList();
        this.blocking = suite.scenarios().stream()
                .filter(s -> s.load().loop() == Loop.BLOCKING)
                .map(Scenario::asked)
                .distinct()
                .toList();
        this.highestRates = highestRates(suite);
        this.limitSeconds = longer * suite.warmUp().toNanos() / 1e9;
    }

    boolean warm() {
        return quiet >= QUIET_ROUNDS;
    }

    boolean over() {
        return warm() || seconds >= limitSeconds;
    }

    double seconds() {
        return seconds;
    }

    /** What share of the last step compilers were busy, in the driver, in all that serve or in the broker, whichever was more. */
    double jitShare() {
        return jitShare;
    }

    /** @return seconds that it took */
    double step() throws InterruptedException {
        long begun = System.nanoTime();
        boolean many = seconds < FIRST_PART * limitSeconds;
        jitNanos = 0;
        Spent serverBefore = pair.serversSpent();
        long brokerBefore = pair.brokerJitNanos();
        if (many) {
            closed(actions.get(0), IN_FLIGHT);
        } else {
            round();
        }
        Bystanders.settle(pair);
        long serverNanos = pair.serversSpent().minus(serverBefore).jitNanos();
        long brokerNanos = pair.brokerJitNanos() - brokerBefore;
        double took = (System.nanoTime() - begun) / 1e9;
        seconds += took;
        jitShare = Math.max(brokerNanos, Math.max(jitNanos, serverNanos)) / (took * 1e9);
        quiet = !many && jitShare < QUIET_JIT_SHARE ? quiet + 1 : 0;
        return took;
    }

    /**
     * Takes a first peak. Heaps are collected before: the first collection of a process moves all
     * that lives on into memory that was never touched, which takes a hundred times as long as those after it, and would
     * be put down to whichever window it fell into. The calls that follow leave each heap filled to a point of its own, so
     * that none has its next collection spared.
     */
    Warmth warmth() throws InterruptedException {
        pair.collect();
        double peak = closed(actions.get(0), IN_FLIGHT);
        return new Warmth(pair.name(), warm(), calls, seconds, jitShare, peak);
    }

    private void round() throws InterruptedException {
        Map<AskedAction, Double> perSecond = new HashMap<>();
        for (AskedAction action : actions) {
            perSecond.put(action, closed(action, FEW_IN_FLIGHT));
        }
        warmed(new Warm(actions.get(0), BACKLOG_IN_FLIGHT, BACKLOG_NANOS), BACKLOG_NANOS);
        for (AskedAction action : blocking) {
            warmed(new WarmBlocking(action, OPEN_NANOS), OPEN_NANOS);
        }
        for (Map.Entry<AskedAction, Double> rate : highestRates.entrySet()) {
            double light = OPEN_SHARE * perSecond.getOrDefault(rate.getKey(), 0.0);
            warmed(new WarmOpen(rate.getKey(), Math.max(rate.getValue(), light), OPEN_NANOS), OPEN_NANOS);
        }
    }

    /** By action: what a slower scenario of the same action calls, the fastest one has called sooner. */
    private static Map<AskedAction, Double> highestRates(Suite suite) {
        Map<AskedAction, Double> highest = new LinkedHashMap<>();
        for (Scenario scenario : suite.scenarios()) {
            if (scenario.load().loop().open()) {
                highest.merge(scenario.asked(), scenario.load().ratePerSecond(), Math::max);
            }
        }
        return highest;
    }

    /** @return answers a second */
    private double closed(AskedAction action, int inFlight) throws InterruptedException {
        return warmed(new Warm(action, inFlight, CLOSED_NANOS), CLOSED_NANOS).perSecond();
    }

    private Warmed warmed(Record question, long nanos) throws InterruptedException {
        Warmed warmed = pair.driver()
                .ask(question, Warmed.class, Duration.ofNanos(nanos).plus(Deployment.GRACE));
        // What the witness wrote down is let go, or it would fill the heap.
        CallTally ignored = pair.tally(0, List.of());
        calls += warmed.calls();
        jitNanos += warmed.spent().jitNanos();
        return warmed;
    }
}
