package anywire.bench.analysis;

import java.util.List;

/**
 * Figures that are independent of one another, as Student's t sees them: logs of floors, one a generation; differences, one a
 * round.
 *
 * @param sd the sample's standard deviation (n - 1); 0 for fewer than two
 */
record Sample(int n, double mean, double sd) implements LogMean {
    static Sample of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).sum() / Math.max(1, n);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Sample(n, mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1)));
    }

    @Override
    public double standardError() {
        return sd / Math.sqrt(Math.max(1, n));
    }

    @Override
    public double degreesOfFreedom() {
        return n - 1.0;
    }
}
