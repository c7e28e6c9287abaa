package anywire.bench.plan;

import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Suite;
import anywire.bench.run.Trials;
import java.time.Duration;
import java.util.List;

/** How long a plan will take: an upper figure, since most transports are warm before their limit. */
final class Estimate {
    /** A JVM or two from start to ready, the wiring, the graph, and the end of it all, on two cores. */
    static final Duration START_AND_STOP = Duration.ofMillis(4_000);
    /** Between two windows: the switch, what is still in flight, and the counters. */
    static final Duration BETWEEN_WINDOWS = Duration.ofMillis(350);

    /** A ramp of some eight steps, two windows each, a warm-up before it, and one more before confirming. */
    static final Duration SEARCH = Duration.ofSeconds(140);

    /** Three degrees, each over processes of its own: 10 s of posts, and time for what waits. */
    static final Duration OUTAGE = Duration.ofSeconds(65);

    static final Duration WAITING = Duration.ofSeconds(15);
    /** Ten seconds of ten times too much, and as many times ten to handle it. */
    static final Duration OVERLOAD = Duration.ofSeconds(115);

    private Estimate() {}

    static Duration of(Suite suite, List<PlannedBlock> blocks) {
        Duration perTransport = START_AND_STOP.plus(suite.warmUpLimit());
        Duration perWindow = suite.window().plus(BETWEEN_WINDOWS);
        Duration total = Duration.ZERO;
        for (PlannedBlock block : blocks) {
            total = total.plus(perTransport.multipliedBy(block.order().size()))
                    .plus(perWindow.multipliedBy(block.windows().size()));
        }
        Duration perRow = suite.capacity().isEmpty() ? Duration.ZERO : SEARCH;
        for (Trials.Kind trial : suite.trials()) {
            perRow = perRow.plus(
                    switch (trial) {
                        case OUTAGE -> OUTAGE;
                        case WAITING -> WAITING;
                        case OVERLOAD -> OVERLOAD;
                    });
        }
        return total.plus(perRow.multipliedBy(suite.rows().size()));
    }
}
