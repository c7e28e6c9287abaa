package anywire.bench.analysis;

/**
 * How far the means of two independent samples lie apart, the second's less the first's, whether or not they spread
 * alike: Welch's t (1947) with the degrees of freedom of Welch and Satterthwaite (1946).
 */
record Welch(double mean, double standardError, double degreesOfFreedom) implements LogMean {

    static Welch of(LogMean first, LogMean second) {
        double one = square(first.standardError());
        double other = square(second.standardError());
        double degrees = one + other == 0
                ? first.degreesOfFreedom() + second.degreesOfFreedom()
                : square(one + other)
                        / (square(one) / first.degreesOfFreedom() + square(other) / second.degreesOfFreedom());
        return new Welch(second.mean() - first.mean(), Math.sqrt(one + other), degrees);
    }

    private static double square(double value) {
        return value * value;
    }
}
