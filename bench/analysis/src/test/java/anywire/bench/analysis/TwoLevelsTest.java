package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.analysis.TwoLevels.Levels;
import anywire.bench.model.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whether 95 % of the 95 % intervals hold the truth, where it is known: runs of 12 cells (4 rows against a shared reference in
 * 3 scenarios) whose ratios' logs vary by b between generations and by w between rounds. Half of either variance is the
 * reference's, which all rows of a scenario share.
 */
class TwoLevelsTest {
    private static final int RUNS = Integer.getInteger("anywire.coverage.runs", 1_000);
    /** Quantiles of t take their time. */
    private static final int RUNS_A_WIDTH = 10;

    private static final Cells TWELVE = new Cells(3, 4);
    private static final double W = 0.1;
    private static final Spread UNKNOWN = new Spread(Spread.LOOPBACK, 0, 0, "unknown");

    /**
     * @param rounds of each generation
     * @param b in truth
     * @param scales by how much the spread of a row's own windows may differ from the others'
     * @param known what is known of b
     */
    record Design(String name, List<Integer> rounds, double b, List<Double> scales, Spread known, Cells cells) {
        static Design of(int generations, int rounds, double b) {
            return new Design(
                    generations + " x " + rounds,
                    IntStream.range(0, generations).mapToObj(g -> rounds).toList(),
                    b,
                    List.of(1.0),
                    UNKNOWN,
                    TWELVE);
        }

        Design uneven() {
            return new Design(name + ", w and b uneven", rounds, b, List.of(0.5, 1.0, 1.5), known, cells);
        }

        Design with(String what, Integer... numbers) {
            return new Design(what, List.of(numbers), b, scales, known, cells);
        }

        Design knowing(double sd) {
            Spread its = new Spread(Spread.LOOPBACK, W, sd, "known");
            return new Design(name + ", b taken for " + sd, rounds, b, scales, its, cells);
        }

        Design of(int scenarios, int rows) {
            Cells some = new Cells(scenarios, rows);
            return new Design(name + ", " + scenarios + " of " + rows, rounds, b, scales, known, some);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s, b = %.2f", name, b);
        }
    }

    record Cells(int scenarios, int rows) {}

    static final List<Design> EVEN = Stream.of(0.0, 0.05, 0.1)
            .flatMap(b -> Stream.of(Design.of(2, 6, b), Design.of(2, 8, b), Design.of(3, 5, b), Design.of(5, 2, b)))
            .toList();

    static final List<Design> UNEVEN = Stream.of(0.0, 0.05, 0.1)
            .flatMap(b -> Stream.of(
                    Design.of(2, 8, b).uneven(),
                    Design.of(3, 5, b).uneven(),
                    Design.of(0, 0, b).with("8 and 4 rounds", 8, 4),
                    Design.of(0, 0, b).with("6, 6 and 2 rounds", 6, 6, 2),
                    Design.of(0, 0, b).with("12 and 5 rounds", 12, 5).uneven()))
            .toList();

    static final List<Design> FEW = Stream.of(0.0, 0.05, 0.1)
            .flatMap(b -> Stream.of(
                    Design.of(3, 5, b).of(1, 1),
                    Design.of(5, 4, b).of(1, 1),
                    Design.of(8, 2, b).of(1, 1),
                    Design.of(3, 6, b).of(1, 2),
                    Design.of(3, 6, b).of(1, 4)))
            .toList();

    static final List<Design> ALONE = List.of(
            Design.of(1, 8, 0.05).knowing(0.05),
            Design.of(1, 8, 0.1).knowing(0.1),
            Design.of(1, 20, 0.05).knowing(0.05));

    static final List<Design> MODERATED = Stream.of(0.0, 0.05, 0.1, 0.15)
            .flatMap(b -> Stream.of(
                    Design.of(2, 4, b).knowing(0.09),
                    Design.of(2, 7, b).knowing(0.09),
                    Design.of(3, 3, b).knowing(0.09),
                    Design.of(2, 7, b).knowing(0.09).uneven(),
                    Design.of(2, 7, b).knowing(0.09).of(1, 4),
                    Design.of(5, 4, b).knowing(0.09)))
            .toList();

    @ParameterizedTest
    @FieldSource("MODERATED")
    void intervals_hold_the_truth_where_what_is_known_moderates(Design design) {
        // It may be off by two thirds of what it says, and costs a few in a hundred.
        assertThat(coverage(design)).isGreaterThan(design.b() > design.known().betweenSdLog() * 1.5 ? 0.88 : 0.94);
    }

    @ParameterizedTest
    @FieldSource("EVEN")
    void intervals_hold_the_truth(Design design) {
        assertThat(coverage(design)).isBetween(0.93, 0.98);
    }

    @ParameterizedTest
    @FieldSource("UNEVEN")
    void intervals_hold_the_truth_where_spreads_or_rounds_differ(Design design) {
        assertThat(coverage(design)).isBetween(0.93, 0.98);
    }

    @ParameterizedTest
    @FieldSource("FEW")
    void intervals_hold_the_truth_where_there_are_few_cells_to_pool(Design design) {
        assertThat(coverage(design)).isBetween(0.93, 0.99);
    }

    @ParameterizedTest
    @FieldSource("ALONE")
    void one_generation_holds_the_truth_where_the_spread_of_generations_is_known(Design design) {
        assertThat(coverage(design)).isBetween(0.95, 0.99);
    }

    @Test
    void a_spread_that_is_known_too_wide_costs_precision_and_never_the_truth() {
        assertThat(coverage(Design.of(1, 12, 0.05).knowing(0.06))).isGreaterThan(0.95);
        assertThat(coverage(Design.of(1, 12, 0).knowing(0.06))).isGreaterThan(0.95);
    }

    @Test
    void what_is_known_counts_alone_where_no_cell_has_two_generations_and_moderates_where_one_has() {
        List<List<Double>> one = List.of(List.of(0.1, 0.2));
        List<List<Double>> two = List.of(List.of(0.1, 0.2), List.of(0.5, 0.6));
        Spread known = new Spread(Spread.LOOPBACK, 0.1, 0.06, "known");
        Between alone = PooledBetween.of(List.of(one, one), known);
        assertThat(alone.sd()).isEqualTo(0.06);
        assertThat(alone.source()).isEqualTo("known");
        Between moderated = PooledBetween.of(List.of(one, two), known);
        assertThat(moderated.source()).isEqualTo("this cell, moderated by what is known");
        double degrees = Math.pow(0.0775 / 0.08, 2);
        assertThat(moderated.degreesOfFreedom()).isCloseTo(degrees + 5, within(1e-12));
        assertThat(moderated.sd()).isCloseTo(Math.sqrt((degrees * 0.0775 + 5 * 0.0036) / (degrees + 5)), within(1e-12));
        Between mixed = PooledBetween.of(List.of(one, two), UNKNOWN);
        assertThat(mixed.source()).isEqualTo("this cell");
        // The variance of 0.15 and 0.55 is 0.08; of two rounds, which vary by 0.005, their mean varies by half of that.
        assertThat(mixed.sd()).isCloseTo(Math.sqrt(0.08 - 0.0025), within(1e-12));
        // One degree for 0.08, whose error is all in what is left of it.
        assertThat(mixed.degreesOfFreedom()).isCloseTo(Math.pow(0.0775 / 0.08, 2), within(1e-12));
    }

    @Test
    void a_spread_that_the_rounds_explain_is_none_of_the_generations() {
        List<List<Double>> cell = List.of(List.of(-0.3, 0.3), List.of(-0.2, 0.2));
        assertThat(PooledBetween.of(List.of(cell), UNKNOWN).sd()).isZero();
    }

    @Test
    void cells_are_pooled_and_say_so() {
        List<List<Double>> apart = List.of(List.of(0.0, 0.0), List.of(0.2, 0.2));
        List<List<Double>> level = List.of(List.of(0.1, 0.1), List.of(0.1, 0.1));
        Between pooled = PooledBetween.of(List.of(apart, level), UNKNOWN);
        assertThat(pooled.sd()).isCloseTo(Math.sqrt(0.02 / 2), within(1e-12));
        assertThat(pooled.degreesOfFreedom()).isCloseTo(0.8 * 2, within(1e-12));
        assertThat(pooled.source()).isEqualTo("pooled over 2 cells");
    }

    @Test
    void a_restless_cell_does_not_hide_what_the_others_say() {
        List<List<Double>> steady = List.of(List.of(0.0, 0.01), List.of(0.2, 0.21));
        List<List<Double>> restless = List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0));
        Between pooled = PooledBetween.of(List.of(steady, steady, restless), UNKNOWN);
        // Evenly, the third would have made it none at all.
        assertThat(pooled.sd()).isCloseTo(Math.sqrt(0.02), within(0.01));
    }

    @Test
    void the_levels_of_a_cell_are_what_textbooks_say() {
        // Means 2 and 6, squares within 2 + 8 over 4 degrees of freedom, harmonic mean of 3 and 3.
        Levels levels = Levels.of(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 6.0, 8.0)));
        assertThat(levels.mean()).isEqualTo(4);
        assertThat(levels.withinSd()).isCloseTo(Math.sqrt(10 / 4.0), within(1e-12));
        assertThat(levels.betweenSquare()).isCloseTo(8, within(1e-12));
        assertThat(levels.roundsEach()).isCloseTo(3, within(1e-12));
    }

    @Test
    void the_variance_of_both_levels_makes_the_standard_error_and_satterthwaite_its_degrees_of_freedom() {
        TwoLevels estimate =
                TwoLevels.of(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 6.0, 8.0)), new Between(2, 3, "told"));
        // b^2 / G = 4 / 2, w^2 / (GR) = 2.5 / 6.
        double variance = 2 + 2.5 / 6;
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(estimate.degreesOfFreedom())
                .isCloseTo(variance * variance / (4 / 3.0 + 2.5 / 6 * 2.5 / 6 / 4), within(1e-12));
    }

    @Test
    void every_generation_counts_alike_however_many_rounds_it_has() {
        TwoLevels estimate =
                TwoLevels.of(List.of(List.of(0.0, 0.0, 0.0, 0.0), List.of(1.0)), new Between(0.1, 5, "told"));
        assertThat(estimate.mean()).isEqualTo(0.5);
        assertThat(estimate.generations()).isEqualTo(2);
        assertThat(estimate.rounds()).isEqualTo(5);
    }

    @Test
    void of_nothing_and_of_one_round_no_interval_is_made() {
        Between between = new Between(0.05, 10, "known");
        assertThat(TwoLevels.of(List.of(), between).spreadKnown()).isFalse();
        assertThat(TwoLevels.of(List.of(List.of(), List.of()), between).rounds())
                .isZero();
        assertThat(TwoLevels.of(List.of(List.of(0.3)), between).spreadKnown()).isFalse();
        assertThat(TwoLevels.of(List.of(List.of(0.3, 0.2)), between).spreadKnown())
                .isTrue();
    }

    /** The share of intervals that hold 0, which is the truth. */
    private static double coverage(Design design) {
        Random random = new Random(20261201);
        int held = 0;
        int all = 0;
        int widths = 0;
        double halfWidths = 0;
        int runs = RUNS * (design.cells().equals(TWELVE) ? 1 : 4);
        for (int run = 0; run < runs; run++) {
            List<List<List<Double>>> cells = cells(design, random);
            Between between = PooledBetween.of(cells, design.known());
            for (List<List<Double>> cell : cells) {
                TwoLevels estimate = TwoLevels.of(cell, between);
                double p = estimate.pBelow(0);
                held += p > 0.025 && p < 0.975 ? 1 : 0;
                all++;
                if (run % RUNS_A_WIDTH == 0) {
                    halfWidths += (estimate.high(0.95) - estimate.low(0.95)) / 2;
                    widths++;
                }
            }
        }
        double coverage = (double) held / all;
        System.out.printf(
                Locale.ROOT, "%-45s %5.1f %% held, half-width %.3f%n", design, 100 * coverage, halfWidths / widths);
        return coverage;
    }

    private static List<List<List<Double>>> cells(Design design, Random random) {
        List<List<List<Double>>> cells = new ArrayList<>();
        for (int scenario = 0; scenario < design.cells().scenarios(); scenario++) {
            List<List<Double>> reference = side(design, 1, random);
            for (int row = 0; row < design.cells().rows(); row++) {
                double scale =
                        design.scales().get(random.nextInt(design.scales().size()));
                List<List<Double>> own = side(design, scale, random);
                List<List<Double>> cell = new ArrayList<>();
                for (int g = 0; g < own.size(); g++) {
                    List<Double> its = own.get(g);
                    List<Double> other = reference.get(g);
                    cell.add(IntStream.range(0, its.size())
                            .mapToObj(r -> its.get(r) - other.get(r))
                            .toList());
                }
                cells.add(cell);
            }
        }
        return cells;
    }

    /** One row's logs, or the reference's: half of the variance of a ratio. */
    private static List<List<Double>> side(Design design, double scale, Random random) {
        List<List<Double>> logs = new ArrayList<>();
        for (int rounds : design.rounds()) {
            double fresh = scale * design.b() / Math.sqrt(2) * random.nextGaussian();
            logs.add(IntStream.range(0, rounds)
                    .mapToObj(r -> fresh + scale * W / Math.sqrt(2) * random.nextGaussian())
                    .toList());
        }
        return logs;
    }
}
