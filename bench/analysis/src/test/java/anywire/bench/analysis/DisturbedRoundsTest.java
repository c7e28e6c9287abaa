package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Machine;
import anywire.bench.model.Run;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.Changed;
import anywire.bench.samples.SampleRun;
import anywire.bench.samples.SampleWindow;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisturbedRoundsTest {
    private static final double SLOWER = 1.25;

    @Test
    void a_round_in_which_the_probe_took_a_quarter_longer_is_disturbed() {
        assertThat(of(SampleRun.threeTransports()
                        .altered(Alterations.rounds(r -> r == 3 || r == 9, w -> w.probe(1.3)))))
                .containsExactlyInAnyOrder(3, 9);
        assertThat(of(SampleRun.threeTransports().altered(Alterations.rounds(r -> r == 3, w -> w.probe(1.2)))))
                .isEmpty();
    }

    @Test
    void one_slow_probe_among_a_round_s_windows_counts_by_their_mean() {
        assertThat(of(beforeTcp(1.6))).isEmpty();
        assertThat(of(beforeTcp(2))).containsExactly(5);
    }

    private static SampleRun beforeTcp(double times) {
        return SampleRun.threeTransports()
                .altered(
                        Alterations.windows(w -> w.round() == 5 && w.transport().equals("tcp"), w -> w.probe(times)));
    }

    @Test
    void usual_is_the_median_of_the_run_so_that_a_few_wild_ones_change_nothing() {
        Run run = SampleRun.threeTransports()
                .altered(Alterations.rounds(r -> r <= 2, w -> w.probe(50)))
                .run();
        assertThat(DisturbedRounds.usual(run)).isEqualTo(SampleWindow.PROBE_NANOS);
    }

    @Test
    void a_machine_that_is_slow_all_along_has_no_round_that_is_slower() {
        assertThat(of(SampleRun.threeTransports().altered(Alterations.everywhere(w -> w.probe(3)))))
                .isEmpty();
    }

    @Test
    void without_a_probe_nothing_is_known_to_be_disturbed() {
        Run run = SampleRun.threeTransports()
                .altered(Alterations.everywhere(w -> w.machine(Machine.UNKNOWN)))
                .run();
        assertThat(DisturbedRounds.usual(run)).isZero();
        assertThat(DisturbedRounds.of(run.generations(), 0, SLOWER)).isEmpty();
    }

    @Test
    void what_rows_did_is_not_looked_at() {
        assertThat(of(SampleRun.threeTransports()
                        .paced((row, g, round) -> round == 4 ? 10 : 1)
                        .altered(Alterations.rounds(
                                r -> r == 4, w -> w.steal(0.3).strays(1).jit(1)))))
                .isEmpty();
    }

    private static Set<Integer> of(SampleRun sample) {
        Run run = sample.run();
        return DisturbedRounds.of(run.generations(), DisturbedRounds.usual(run), SLOWER);
    }

    @Test
    void the_bound_is_the_run_s_own() {
        SampleRun sample = SampleRun.threeTransports().altered(Alterations.rounds(r -> r == 3, w -> w.probe(1.2)));
        Run run = sample.run();
        Run strict = Changed.with(
                run,
                "judgedBy",
                Changed.with(
                        run.judgedBy(), "bounds", Changed.with(run.judgedBy().bounds(), "probeSlower", 1.1)));
        assertThat(Analyst.analyse(run, sample.histograms()).scenarios().get(0).comparisons())
                .noneMatch(c -> c.leavesOut());
        assertThat(Analyst.analyse(strict, sample.histograms())
                        .scenarios()
                        .get(0)
                        .comparisons())
                .allMatch(c -> c.undisturbed().rounds() == 11);
    }
}
