package anywire.bench.model;

/** Percentiles of one histogram, in nanoseconds. Percentiles are never averaged: merge histograms instead. */
public record Latency(
        long count, long p50Nanos, long p90Nanos, long p99Nanos, long p999Nanos, long maxNanos, double meanNanos) {
    public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0);
}
