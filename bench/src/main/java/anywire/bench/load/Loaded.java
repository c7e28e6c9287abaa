package anywire.bench.load;

import java.util.Map;

/**
 * One window's load, over.
 *
 * @param intended how many were to be sent
 * @param startNanos when it began, by {@link System#nanoTime()}
 * @param endNanos when the sending was over
 * @param faults what failed, by kind
 */
public record Loaded(int intended, long startNanos, long endNanos, Map<String, Long> faults) {}
