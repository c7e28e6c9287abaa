package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Action;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.samples.SampleRun;
import org.junit.jupiter.api.Test;

class LoadTextTest {
    @Test
    void a_load_is_told_beside_the_slowest_rows_peak() {
        assertThat(of(SampleRun.threeTransports().peak(10_000), SampleRun.AUTHENTICATE))
                .isEqualTo("The load is 1,000/s, 10 % of the slowest row's warm peak (http, 10,000/s).");
    }

    @Test
    void a_load_beyond_thirty_per_cent_is_scaled_down_and_said() {
        assertThat(of(SampleRun.threeTransports().peak(2_000), SampleRun.AUTHENTICATE))
                .isEqualTo("The load is 600/s, 30 % of the slowest row's warm peak (http, 2,000/s), scaled down from"
                        + " 1,000/s so that every row has room.");
    }

    @Test
    void a_load_of_exactly_thirty_per_cent_stays() {
        assertThat(of(SampleRun.threeTransports().peak(1_000 / 0.3), SampleRun.AUTHENTICATE))
                .contains("30 %")
                .doesNotContain("scaled");
    }

    @Test
    void a_load_against_an_unknown_peak_is_said_to_be_unknown() {
        assertThat(of(SampleRun.threeTransports().peak(0), SampleRun.AUTHENTICATE))
                .isEqualTo("No peak was measured, so it is not known how heavy this load is.");
    }

    @Test
    void of_a_closed_loop_it_says_what_sends_the_next_call() {
        assertThat(of(SampleRun.threeTransports(), SampleRun.ONE_IN_FLIGHT))
                .isEqualTo("Closed loop: the next call leaves when one comes back.");
        assertThat(of(SampleRun.threeTransports(), closed(64)))
                .startsWith("Closed loop with 64 in flight: it saturates");
        Scenario waiting = new Scenario("s", Action.AUTHENTICATE, "binary", new Load(Loop.BLOCKING, 0, 1), true);
        assertThat(of(SampleRun.threeTransports(), waiting)).startsWith("Closed loop: one caller waits");
    }

    private static Scenario closed(int inFlight) {
        return new Scenario("s", Action.AUTHENTICATE, "binary", new Load(Loop.CLOSED, 0, inFlight), true);
    }

    private static String of(SampleRun sample, Scenario scenario) {
        Run run = sample.scenarios(scenario).generations(0).run();
        return LoadText.of(run, scenario);
    }
}
