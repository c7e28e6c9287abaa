package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import anywire.bench.samples.SampleWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Data that are meant to mislead: what disturbs takes sides, or only seems to. */
class AdversaryTest {
    private static final int RUNS = Integer.getInteger("anywire.adversary.runs", 60);
    /** The log of a median rises by so much for each share of all cores that is taken. */
    private static final double SLOPE = 7;

    @Test
    void somebody_whose_work_keeps_step_with_one_row_s_windows_gives_no_verdict_and_is_found_out() {
        Comparison tcp = median(SampleRun.of("http", 100)
                .and("tcp", 100)
                .rounds(8)
                .paced((row, g, round) -> row.equals("tcp") ? 1.1 : 1)
                .altered(Alterations.row("tcp", w -> w.strays(0.3))));
        assertThat(tcp.ratio()).isCloseTo(1.1, within(0.06));
        assertThat(tcp.trust()).isEqualTo(Trust.LOW);
        assertThat(tcp.reasons().get(0).code()).isEqualTo(Code.OTHERS_UNEQUAL);
        assertThat(tcp.reasons().get(0).row()).isEqualTo("tcp");
        assertThat(tcp.imbalanceLog()).isCloseTo(0.15, within(0.01));
        assertThat(tcp.verdict()).isEqualTo(Verdict.NO_VERDICT);
    }

    /**
     * The hypervisor takes something in some rounds, from whoever runs then; of a row that wants the cores twice as much it is
     * seen to take twice as much. Windows slow down by what was there to be taken, which is the same for both rows. A probe
     * sees that too.
     */
    private record NoisyRun(SampleRun sample, long seed) {
        static NoisyRun of(long seed) {
            double[][] taken = new double[2][3 * 8];
            Random random = new Random(seed);
            for (double[] row : taken) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = noise(random);
                }
            }
            SampleRun sample = SampleRun.of("http", 100)
                    .and("tcp", 100)
                    .rounds(8)
                    .callsPerWindow(200)
                    .seed(seed)
                    .paced((row, g, round) -> Math.exp(SLOPE * taken[index(row)][round - 1]))
                    .altered(windowed(w -> {
                        double its = taken[index(w.transport())][w.round() - 1];
                        boolean hungry = w.transport().equals("tcp");
                        return SampleWindow.from(w)
                                .steal((hungry ? 2 : 1) * its)
                                .driverCpu(hungry ? 0.5 : 0.25)
                                .probe(1 + 10 * its);
                    }));
            return new NoisyRun(sample, seed);
        }

        /** In a third of all windows 3 % on average. */
        private static double noise(Random random) {
            return random.nextInt(3) == 0 ? -0.03 * Math.log(1 - random.nextDouble()) : 0;
        }

        private static int index(String row) {
            return row.equals("tcp") ? 1 : 0;
        }

        private static UnaryOperator<anywire.bench.model.Generation> windowed(
                java.util.function.Function<Window, SampleWindow> change) {
            return g -> g.having(
                    g.windows().stream().map(w -> change.apply(w).window()).toList());
        }
    }

    @Test
    void of_two_equal_rows_the_one_that_meets_more_steal_is_neither_faster_nor_slower() {
        List<Comparison> runs = new ArrayList<>();
        for (int seed = 1; seed <= RUNS; seed++) {
            runs.add(median(NoisyRun.of(seed).sample()));
        }
        long directional =
                runs.stream().filter(c -> c.verdict().direction() != 0).count();
        double all = meanLog(runs.stream().map(Comparison::ratio).toList());
        double undisturbed =
                meanLog(runs.stream().map(c -> c.undisturbed().ratio()).toList());
        long off = runs.stream().filter(c -> !holdsOne(c.low95(), c.high95())).count();
        long offUndisturbed = runs.stream()
                .map(Comparison::undisturbed)
                .filter(r -> !holdsOne(r.low95(), r.high95()))
                .count();
        System.out.printf(
                Locale.ROOT,
                "of %d runs of a tie: %d directional; mean log ratio %.4f, without disturbed rounds %.4f; intervals that"
                        + " leave out 1: %d, without disturbed rounds %d%n",
                RUNS,
                directional,
                all,
                undisturbed,
                off,
                offUndisturbed);
        assertThat(directional).isLessThanOrEqualTo(RUNS / 20);
        assertThat(all).isCloseTo(0, within(0.02));
        assertThat(undisturbed).isCloseTo(0, within(0.02));
        assertThat(runs).filteredOn(Comparison::leavesOut).hasSizeGreaterThan(RUNS * 9 / 10);
        assertThat(off).isLessThanOrEqualTo(RUNS / 10);
        assertThat(offUndisturbed).isLessThanOrEqualTo(RUNS / 10);
    }

    @Test
    void what_a_row_meets_more_of_since_it_uses_more_is_told_all_the_same() {
        Comparison tcp = median(SampleRun.of("http", 100)
                .and("tcp", 100)
                .rounds(8)
                .altered(Alterations.everywhere(w -> w.steal(0.02)))
                .altered(Alterations.row("tcp", w -> w.steal(0.04))));
        assertThat(tcp.reasons()).extracting(Reason::code).containsExactly(Code.STEAL_UNEQUAL, Code.STEAL);
        assertThat(tcp.trust()).isEqualTo(Trust.LOW);
        assertThat(tcp.verdict().direction()).isZero();
    }

    @Test
    void an_imbalance_widens_what_a_verdict_needs() {
        assertThat(median(tenPerCentFaster()).verdict()).isEqualTo(Verdict.FASTER);
        // 7 times 1 % on top of the margin: the direction is left.
        Comparison some = median(tenPerCentFaster().altered(Alterations.row("tcp", w -> w.steal(0.01))));
        assertThat(some.verdict()).isEqualTo(Verdict.SLIGHTLY_FASTER);
        assertThat(some.trust()).isEqualTo(Trust.LOW);
        assertThat(some.imbalanceLog()).isCloseTo(0.07, within(1e-9));
        // The ratio and its interval stay.
        assertThat(some.ratio()).isEqualTo(median(tenPerCentFaster()).ratio());
        assertThat(some.low95()).isEqualTo(median(tenPerCentFaster()).low95());
        assertThat(median(tenPerCentFaster().altered(Alterations.row("tcp", w -> w.steal(0.02))))
                        .verdict())
                .isEqualTo(Verdict.NO_VERDICT);
    }

    private static SampleRun tenPerCentFaster() {
        return SampleRun.of("http", 100).and("tcp", 90).rounds(8).spread(0, 0.01);
    }

    @Test
    void an_imbalance_larger_than_the_margin_leaves_no_tie() {
        SampleRun tie = SampleRun.of("http", 100).and("tcp", 100).rounds(8).spread(0, 0.01);
        assertThat(median(tie).verdict()).isEqualTo(Verdict.SAME);
        assertThat(median(tie.altered(Alterations.row("tcp", w -> w.steal(0.01))))
                        .verdict())
                .isEqualTo(Verdict.NO_VERDICT);
    }

    private static double meanLog(List<Double> ratios) {
        return ratios.stream().mapToDouble(Math::log).average().orElseThrow();
    }

    private static boolean holdsOne(double low, double high) {
        return low <= 1 && high >= 1;
    }

    private static Comparison median(SampleRun sample) {
        Run run = sample.run();
        return Analyst.analyse(run, sample.histograms())
                .scenarios()
                .get(0)
                .median("tcp")
                .orElseThrow();
    }
}
