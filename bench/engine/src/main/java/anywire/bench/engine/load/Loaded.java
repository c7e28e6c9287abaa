package anywire.bench.engine.load;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One window's load, over.
 *
 * @param intended how many were to be sent
 * @param startNanos when it began, by {@link System#nanoTime()}
 * @param endNanos when the sending was over
 * @param faults what has failed so far, by kind: some is heard of only after the sending
 */
public record Loaded(int intended, long startNanos, long endNanos, Supplier<Map<String, Long>> faults) {}
