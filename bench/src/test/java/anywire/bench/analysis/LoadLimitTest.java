package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Analysis.WarmthSummary;
import anywire.bench.run.Capacity;
import anywire.bench.run.GraphFacts;
import anywire.bench.run.Network;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadLimitTest {
    private final GraphFacts tenFollowers = new GraphFacts("generated", 110, 1_000, 1, List.of(10, 10));
    private final List<WarmthSummary> peaks = List.of(peak("tcp", 50_000), peak("http", 10_000));

    @Test
    void a_load_within_thirty_percent_of_the_slowest_peak_is_ranked() {
        LoadLimit limit = LoadLimit.of(open("authenticate", 3_000), tenFollowers, peaks, List.of());
        assertThat(limit.ranked()).isTrue();
        assertThat(limit.sentence()).contains("30 %", "http, 10,000/s");
    }

    @Test
    void a_heavier_one_is_not() {
        LoadLimit limit = LoadLimit.of(open("authenticate", 3_100), tenFollowers, peaks, List.of());
        assertThat(limit.ranked()).isFalse();
        assertThat(limit.sentence()).contains("not ranked");
    }

    @Test
    void a_post_until_heard_counts_as_its_calls_and_its_pushes() {
        LoadLimit limit = LoadLimit.of(open("post-until-heard", 300), tenFollowers, peaks, List.of());
        assertThat(limit.sentence()).contains("3,600 calls/s", "36 %");
        assertThat(limit.ranked()).isFalse();
    }

    @Test
    void where_a_scenario_has_authors_of_its_own_their_followers_count() {
        Scenario ofOne = new Scenario(
                "one", "post-until-heard", "binary", new Load(Loop.POISSON, 300, 0), 1, Network.LOOPBACK, true);
        assertThat(LoadLimit.of(ofOne, tenFollowers, peaks, List.of()).sentence())
                .contains("900 calls/s", "9.0 %");
    }

    @Test
    void a_load_against_an_unknown_peak_is_said_to_be_unknown() {
        LoadLimit limit = LoadLimit.of(open("authenticate", 3_000), tenFollowers, List.of(), List.of());
        assertThat(limit.ranked()).isTrue();
        assertThat(limit.known()).isFalse();
    }

    @Test
    void a_closed_loop_is_ranked_with_one_in_flight_alone() {
        assertThat(LoadLimit.of(closed(1), tenFollowers, peaks, List.of()).ranked())
                .isTrue();
        assertThat(LoadLimit.of(closed(64), tenFollowers, peaks, List.of()).ranked())
                .isFalse();
    }

    @Test
    void a_capacity_that_was_searched_for_counts_before_a_peak() {
        List<Capacity> capacities = List.of(
                new Capacity("tcp", "authenticate", 20_000, 25_000, "", List.of()),
                new Capacity("http", "authenticate", 5_000, 6_250, "p99", List.of()));
        LoadLimit limit = LoadLimit.of(open("authenticate", 3_000), tenFollowers, peaks, capacities);
        assertThat(limit.ranked()).isFalse();
        assertThat(limit.sentence()).contains("60 % of the lowest capacity (http, 5,000/s)");
    }

    private static Scenario open(String action, double ratePerSecond) {
        return new Scenario("s", action, "binary", new Load(Loop.POISSON, ratePerSecond, 0), true);
    }

    private static Scenario closed(int inFlight) {
        return new Scenario("s", "authenticate", "binary", new Load(Loop.CLOSED, 0, inFlight), true);
    }

    private static WarmthSummary peak(String transport, double perSecond) {
        return new WarmthSummary(transport, 5, 0, 3, 30_000, 0.01, perSecond);
    }
}
