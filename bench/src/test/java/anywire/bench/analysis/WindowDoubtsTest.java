package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Cost;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.SampleRun;
import anywire.bench.run.SampleWindow;
import anywire.bench.run.Spoiler;
import anywire.bench.run.Steadiness;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What all windows of a cell together say of it. Windows are of 0.6 s. */
class WindowDoubtsTest {
    @Test
    void compilers_that_are_quiet_but_for_a_little_raise_no_doubt() {
        assertThat(reasons(w -> w.driver(compiling(12)).server(compiling(17)))).isEmpty();
    }

    @Test
    void compilers_at_work_raise_doubt() {
        assertDoubtful(w -> w.server(compiling(24)), "Compilers were still at work", "tcp for 4.0 % of the time");
    }

    @Test
    void short_and_rare_collections_raise_no_doubt() {
        assertThat(reasons(w -> w.driver(collecting(1, 25)).server(collecting(2, 28))))
                .isEmpty();
    }

    @Test
    void frequent_collections_raise_doubt() {
        assertDoubtful(w -> w.driver(collecting(6, 60)), "Collections stopped the calls", "tcp for 10 % of the time");
    }

    @Test
    void one_long_pause_raises_doubt() {
        Analysis analysis = analysed(SampleRun.threeTransports()
                .spoil(b -> b.number() == 2
                        ? Spoiler.changing("tcp", w -> w.server(collecting(1, 80)))
                                .apply(b)
                        : b));
        assertThat(analysis.scenarios().get(0).reasons())
                .singleElement()
                .asString()
                .contains("tcp for 2.7 % of the time, at most for 13 % of a window at once");
    }

    @Test
    void windows_that_end_a_little_slower_raise_no_doubt() {
        assertThat(reasons(w -> w.steadiness(new Steadiness(50_000, 54_000)))).isEmpty();
    }

    @Test
    void windows_that_end_slower_than_they_began_raise_doubt() {
        assertDoubtful(
                w -> w.steadiness(new Steadiness(50_000, 75_000)),
                "Windows did not end as they began",
                "over tcp 150 % (150 % to 150 %)");
    }

    @Test
    void windows_that_end_faster_than_they_began_raise_doubt() {
        assertDoubtful(w -> w.steadiness(new Steadiness(50_000, 40_000)), "over tcp 80 %");
    }

    @Test
    void what_is_not_known_to_be_steady_raises_no_doubt() {
        assertThat(reasons(w -> w.steadiness(Steadiness.UNKNOWN))).isEmpty();
    }

    @Test
    void what_is_noted_drops_no_generation_and_ranks_nobody_last() {
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.windows(Blame.NOTED, "tcp")));
        assertThat(analysis.trust()).isEqualTo(Trust.TRUSTED);
        assertThat(analysis.dropped()).isEmpty();
        assertThat(analysis.scenarios().get(0).cells())
                .allMatch(c -> c.didNotHold().isEmpty());
    }

    @Test
    void each_generation_s_worst_window_stands_for_its_machine() {
        Analysis analysis = analysed(SampleRun.threeTransports());
        assertThat(analysis.machines()).hasSize(5).allSatisfy(m -> {
            assertThat(m.windows()).isEqualTo(7);
            assertThat(m.bystanderNanos()).isEqualTo(2_000_000);
            assertThat(m.hiccupMaxNanos()).isEqualTo(200_000);
        });
    }

    private static Cost compiling(long millis) {
        return new Cost(12_000_000, 0, 300_000, millis, 0, 0);
    }

    private static Cost collecting(long count, long millis) {
        return new Cost(12_000_000, 0, 300_000, 0, count, millis);
    }

    private static void assertDoubtful(UnaryOperator<SampleWindow> change, String... parts) {
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.changing("tcp", change)));
        assertThat(analysis.trust()).isEqualTo(Trust.DOUBTFUL);
        assertThat(analysis.scenarios().get(0).reasons())
                .singleElement()
                .asString()
                .contains(parts);
        assertThat(analysis.kept()).hasSize(5);
    }

    private static List<String> reasons(UnaryOperator<SampleWindow> change) {
        return analysed(SampleRun.threeTransports().spoil(Spoiler.changing("tcp", change)))
                .scenarios()
                .get(0)
                .reasons();
    }

    private static Analysis analysed(SampleRun sample) {
        return Analyst.analyse(sample.run(), sample.histograms());
    }
}
