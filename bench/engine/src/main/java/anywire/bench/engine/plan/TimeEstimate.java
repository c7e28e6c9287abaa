package anywire.bench.engine.plan;

import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Suite;
import anywire.bench.model.Trials;
import anywire.host.Cores;
import java.time.Duration;

/** How long a plan will take: an upper figure, since most transports are warm before their limit. */
final class TimeEstimate {
    /** A JVM or two from start to ready, the wiring, the graph, and the end of it all, on two cores. */
    static final Duration START_AND_STOP = Duration.ofMillis(4_500);
    /** Between two windows: the switch, what is still in flight, and the counters. */
    static final Duration BETWEEN_WINDOWS = Duration.ofMillis(200);

    /** A ramp of some eight steps, two windows each, a warm-up before it, and one more before confirming. */
    static final Duration SEARCH = Duration.ofSeconds(140);

    /** Three degrees, each over processes of its own: 10 s of posts, and time for what waits. */
    static final Duration OUTAGE = Duration.ofSeconds(65);

    static final Duration WAITING = Duration.ofSeconds(15);
    /** Ten seconds of ten times too much, and as many times ten to handle it. */
    static final Duration OVERLOAD = Duration.ofSeconds(115);

    /** A load of its own before a window, so that what was frozen is awake. */
    static final Duration AWAKENING = Duration.ofMillis(150);

    /** The first of a row for a scenario is longer by this. */
    static final Duration FIRST_AWAKENING = Duration.ofMillis(450);

    private TimeEstimate() {}

    /** Before any of it was seen. */
    static Costs costs(Suite suite, int windowsOfARound) {
        int cores = Cores.allowed().size();
        int rows = suite.rows().size();
        double warmUp = suite.warmUp().toNanos() / 1e9 * rows / Math.max(1, cores / 2);
        double startAndStop = START_AND_STOP.toNanos() / 1e9 * rows;
        double window = suite.window().plus(AWAKENING).plus(BETWEEN_WINDOWS).toNanos() / 1e9;
        double once = FIRST_AWAKENING.toNanos() / 1e9 * windowsOfARound;
        return new Costs(startAndStop + warmUp + once, window * windowsOfARound);
    }

    static Duration of(Suite suite, Costs costs, int generations, int rounds) {
        double seconds = generations * (costs.generationSeconds() + rounds * costs.roundSeconds());
        return Duration.ofNanos(Math.round(seconds * 1e9)).plus(besides(suite));
    }

    /** Searches for capacities, and trials. */
    static Duration besides(Suite suite) {
        Duration perRow = suite.capacity().isEmpty() ? Duration.ZERO : SEARCH;
        for (Trials.Kind trial : suite.trials()) {
            perRow = perRow.plus(
                    switch (trial) {
                        case OUTAGE -> OUTAGE;
                        case WAITING -> WAITING;
                        case OVERLOAD -> OVERLOAD;
                    });
        }
        return perRow.multipliedBy(suite.rows().size());
    }
}
