package anywire.bench.plan;

import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Suite;
import java.time.Duration;
import java.util.List;

/** How long a plan will take: an upper figure, since most transports are warm before their limit. */
final class Estimate {
    /** A JVM or two from start to ready, the wiring, the graph, and the end of it all, on two cores. */
    static final Duration START_AND_STOP = Duration.ofMillis(2_500);
    /** Between two windows: the switch, what is still in flight, and the counters. */
    static final Duration BETWEEN_WINDOWS = Duration.ofMillis(150);

    /** A ramp of some eight steps, two windows each, a warm-up before it, and one more before confirming. */
    static final Duration SEARCH = Duration.ofSeconds(140);

    private Estimate() {}

    static Duration of(Suite suite, List<PlannedBlock> blocks) {
        Duration perTransport = START_AND_STOP.plus(suite.warmUpLimit());
        Duration perWindow = suite.window().plus(BETWEEN_WINDOWS);
        Duration total = Duration.ZERO;
        for (PlannedBlock block : blocks) {
            total = total.plus(perTransport.multipliedBy(block.order().size()))
                    .plus(perWindow.multipliedBy(block.windows().size()));
        }
        return suite.capacity().isEmpty()
                ? total
                : total.plus(SEARCH.multipliedBy(suite.rows().size()));
    }
}
