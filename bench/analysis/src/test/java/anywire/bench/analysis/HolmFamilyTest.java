package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Primary verdicts are corrected together: those of the margin among each other, and those of the direction likewise. */
class HolmFamilyTest {
    private static final Scenario PRIMARY = SampleRun.AUTHENTICATE;
    private static final Scenario BESIDE =
            new Scenario(PRIMARY.name(), PRIMARY.action(), PRIMARY.codec(), PRIMARY.load(), false);

    @Test
    void the_p_of_a_primary_median_is_holm_s() {
        List<Double> alone = medians(rows(BESIDE)).stream().map(Comparison::p).toList();
        List<Double> together =
                medians(rows(PRIMARY)).stream().map(Comparison::p).toList();
        List<Double> expected = Holm.adjust(alone);
        assertThat(together).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(together.get(i)).isCloseTo(Math.min(1, expected.get(i)), within(1e-12));
        }
        assertThat(medians(rows(PRIMARY))).allMatch(c -> c.family() == 8);
        assertThat(medians(rows(BESIDE))).allMatch(c -> c.family() == 1);
    }

    @Test
    void a_direction_that_one_row_alone_would_show_is_not_said_of_one_among_many() {
        List<Verdict> alone =
                medians(rows(BESIDE)).stream().map(Comparison::verdict).toList();
        List<Verdict> together =
                medians(rows(PRIMARY)).stream().map(Comparison::verdict).toList();
        assertThat(alone).contains(Verdict.SLIGHTLY_FASTER);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).isIn(alone.get(i), Verdict.NO_VERDICT);
        }
        assertThat(together).isNotEqualTo(alone);
    }

    @Test
    void intervals_as_printed_are_the_same_corrected_or_not() {
        assertThat(medians(rows(PRIMARY)))
                .extracting(Comparison::low95)
                .isEqualTo(medians(rows(BESIDE)).stream().map(Comparison::low95).toList());
    }

    @Test
    void what_is_broken_is_of_no_family() {
        List<Comparison> medians = medians(rows(PRIMARY).altered(Alterations.wrong("row3")));
        assertThat(medians.get(2).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(medians.get(2).family()).isEqualTo(1);
        assertThat(medians).filteredOn(c -> c.family() == 7).hasSize(7);
    }

    /** Eight rows, each a little faster than the reference, as far as a run of this size can see. */
    private static SampleRun rows(Scenario scenario) {
        SampleRun sample =
                SampleRun.of("http", 100).scenarios(scenario).rounds(8).spread(0.0, 0.08);
        for (int i = 1; i <= 8; i++) {
            sample.and("row" + i, 95);
        }
        return sample;
    }

    private static List<Comparison> medians(SampleRun sample) {
        Run run = sample.run();
        return Analyst.analyse(run, sample.histograms()).scenarios().get(0).comparisons().stream()
                .filter(c -> c.percentile() == 50)
                .toList();
    }
}
