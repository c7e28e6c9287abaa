package anywire.bench.analysis;

/** How far something moved, or lies apart. */
record Shift(double mean, double standardError, double degreesOfFreedom) implements LogMean {}
