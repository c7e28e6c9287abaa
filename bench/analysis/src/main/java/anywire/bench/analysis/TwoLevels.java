package anywire.bench.analysis;

import java.util.List;

/**
 * The mean of logs that vary on two levels: between generations (fresh processes) by b, and between the rounds of one by w.
 * Its variance is {@code b^2/G + w^2/(GR)}; each of the two has degrees of freedom of its own, put together as Satterthwaite
 * did (1946). Kalibera and Jones, "Rigorous benchmarking in reasonable time" (2013), section 5; that few generations pool b
 * over cells, by simulation ({@code TwoLevelsTest}).
 *
 * @param generations that have a round
 * @param rounds of all of them
 * @param withinSd w, 0 where no generation has two rounds
 * @param betweenSd b
 */
record TwoLevels(
        int generations,
        int rounds,
        double mean,
        double withinSd,
        double betweenSd,
        double standardError,
        double degreesOfFreedom)
        implements LogMean {

    /** @param between whose b it is to be */
    static TwoLevels of(List<List<Double>> byGeneration, Between between) {
        Levels levels = Levels.of(byGeneration);
        int g = levels.generations();
        if (g == 0) {
            return new TwoLevels(0, 0, 0, 0, between.sd(), 0, 1);
        }
        double ofRounds = 0;
        for (List<Double> its : byGeneration) {
            ofRounds += its.isEmpty() ? 0 : sq(levels.withinSd()) / its.size() / sq(g);
        }
        double ofGenerations = sq(between.sd()) / g;
        double variance = ofGenerations + ofRounds;
        double degrees = variance == 0
                ? Math.max(1, levels.rounds() - g)
                : sq(variance)
                        / (sq(ofGenerations) / between.degreesOfFreedom()
                                + sq(ofRounds) / Math.max(1, levels.rounds() - g));
        return new TwoLevels(
                g,
                levels.rounds(),
                levels.mean(),
                levels.withinSd(),
                between.sd(),
                Math.sqrt(variance),
                Math.max(1, degrees));
    }

    /** Whether there is anything to make an interval of. */
    boolean spreadKnown() {
        return rounds >= 2 && standardError > 0;
    }

    /**
     * The spread between generations.
     *
     * @param degreesOfFreedom of its square, as an estimate
     */
    record Between(double sd, double degreesOfFreedom, String source) {}

    /**
     * What one cell's logs say.
     *
     * @param mean of the generations' means
     * @param withinSd pooled over generations
     * @param betweenSquare the variance of the generations' means; 0 of one
     * @param roundsEach the harmonic mean of the generations' numbers of rounds
     */
    record Levels(int generations, int rounds, double mean, double withinSd, double betweenSquare, double roundsEach) {
        static Levels of(List<List<Double>> byGeneration) {
            List<List<Double>> some =
                    byGeneration.stream().filter(its -> !its.isEmpty()).toList();
            int g = some.size();
            int n = some.stream().mapToInt(List::size).sum();
            double[] means = some.stream().mapToDouble(Levels::mean).toArray();
            double mean = 0;
            double squares = 0;
            double inverses = 0;
            for (int i = 0; i < g; i++) {
                mean += means[i] / g;
                inverses += 1.0 / some.get(i).size();
                for (double log : some.get(i)) {
                    squares += sq(log - means[i]);
                }
            }
            double between = 0;
            for (double one : means) {
                between += g < 2 ? 0 : sq(one - mean) / (g - 1);
            }
            double within = n > g ? Math.sqrt(squares / (n - g)) : 0;
            return new Levels(g, n, mean, within, between, g == 0 ? 0 : g / inverses);
        }

        private static double mean(List<Double> logs) {
            return logs.stream().mapToDouble(log -> log).average().orElse(0);
        }
    }

    static double sq(double x) {
        return x * x;
    }
}
