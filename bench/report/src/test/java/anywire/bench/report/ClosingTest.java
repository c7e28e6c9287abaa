package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Action;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import org.junit.jupiter.api.Test;

class ClosingTest {
    @Test
    void says_how_much_longer_or_shorter_a_median_is() {
        assertThat(closing(SampleRun.threeTransports()))
                .startsWith("On loopback, authenticate's median over tcp took 0.5");
    }

    @Test
    void says_what_is_left_over_another_network_right_after() {
        Scenario near = SampleRun.AUTHENTICATE;
        Scenario away = new Scenario("far", near.action(), near.codec(), near.load(), 0, Network.ZONE, true);
        Scenario other = new Scenario("other", Action.TIMELINE, near.codec(), near.load(), 0, Network.LOOPBACK, true);
        String closing = closing(SampleRun.threeTransports().scenarios(near, other, away));
        assertThat(closing)
                .containsSubsequence(
                        "On loopback, authenticate's median over tcp took 0.5",
                        "; over inproc",
                        ". At a round trip of 1 ms, the same over tcp took 0.5",
                        "faster. On loopback, other's median over tcp took 0.5")
                .doesNotContain("far");
        assertThat(closing.split("over inproc")).hasSize(3);
    }

    @Test
    void a_row_with_wrong_answers_has_no_figure() {
        assertThat(closing(SampleRun.threeTransports().altered(Alterations.wrong("tcp"))))
                .contains("tcp has no figure, since it did not deliver its load rightly");
    }

    @Test
    void one_transport_has_nothing_to_be_compared_with() {
        assertThat(closing(SampleRun.of("tcp", 52))).contains("over tcp was 5", "nothing to be compared with");
    }

    @Test
    void a_run_without_a_generation_says_why() {
        assertThat(closing(SampleRun.threeTransports().generations(0).incomplete("interrupted in generation 1")))
                .isEqualTo("Nothing was measured: interrupted in generation 1.");
    }

    private static String closing(SampleRun sample) {
        Run run = sample.run();
        return Closing.of(run, Analyst.analyse(run, sample.histograms()).scenarios());
    }
}
