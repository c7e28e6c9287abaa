package anywire.bench.model;

/**
 * How a transport got warm in one generation.
 *
 * @param jitShare of the last window before it was called warm
 * @param peakPerSecond answers a second in closed loop at the end of the warm-up: until capacity is measured, the 30 %
 *     rule goes by it
 */
public record Warmth(
        String transport, boolean warm, long calls, double seconds, double jitShare, double peakPerSecond) {}
