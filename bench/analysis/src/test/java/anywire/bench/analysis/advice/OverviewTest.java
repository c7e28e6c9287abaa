package anywire.bench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Dimension;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final Scenario FAR =
            new Scenario("far", Action.AUTHENTICATE, "binary", SampleRun.AUTHENTICATE.load(), 0, Network.ZONE, true);
    private static final Scenario HEARD =
            new Scenario("heard", Action.POST_UNTIL_HEARD, "binary", SampleRun.AUTHENTICATE.load(), true);

    private static Overview overview(SampleRun sample) {
        Run run = sample.run();
        Analysis analysis = Analyst.analyse(run, sample.histograms());
        return Overview.of(run, analysis);
    }

    private static Entry only(Overview overview, String row, Dimension respect) {
        assertThat(overview.of(row, respect)).hasSize(1);
        return overview.of(row, respect).get(0);
    }

    @Test
    void what_is_faster_speaks_for_a_row_and_leads_to_its_scenario() {
        Entry tcp = only(overview(SampleRun.threeTransports()), "tcp", Dimension.LATENCY);
        assertThat(tcp.side()).isEqualTo(Scope.PRO);
        assertThat(tcp.text())
                .startsWith("authenticate, open, 1,000/s (Poisson): the median is 0.5")
                .contains("faster");
        assertThat(tcp.evidence()).isEqualTo(new Evidence(Evidence.Kind.MEASURED, "authenticate", "#scenario-1"));
    }

    @Test
    void the_reference_is_weighed_by_what_the_others_are_to_it() {
        Entry http = only(overview(SampleRun.threeTransports()), "http", Dimension.LATENCY);
        assertThat(http.side()).isEqualTo(Scope.CON);
        assertThat(http.text()).contains("slower than tcp's");
    }

    @Test
    void each_network_and_each_kind_of_work_is_a_respect_of_its_own() {
        Overview overview = overview(SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, HEARD, FAR));
        assertThat(only(overview, "tcp", Dimension.LATENCY_FAR).evidence().link())
                .isEqualTo("#scenario-3");
        assertThat(only(overview, "tcp", Dimension.HEARD).evidence().link()).isEqualTo("#scenario-2");
    }

    @Test
    void where_there_is_no_verdict_nothing_can_be_told() {
        Overview overview = overview(SampleRun.threeTransports().generations(1).rounds(1));
        assertThat(only(overview, "tcp", Dimension.LATENCY).side()).isEqualTo(Scope.CANT_TELL);
        assertThat(overview.of("tcp", Dimension.COST)).extracting(Entry::side).containsOnly(Scope.CANT_TELL);
        assertThat(only(overview, "http", Dimension.LATENCY).side()).isEqualTo(Scope.CANT_TELL);
    }

    @Test
    void one_that_answers_wrongly_is_told_so_and_has_no_verdict() {
        Overview overview = overview(SampleRun.threeTransports().altered(Alterations.wrong("tcp")));
        Entry tcp = only(overview, "tcp", Dimension.LATENCY);
        assertThat(tcp.side()).isEqualTo(Scope.CON);
        assertThat(tcp.text()).endsWith("12 calls over tcp got an answer that was not asked for.");
        assertThat(tcp.brief()).isEqualTo("broken");
    }

    @Test
    void a_small_difference_of_known_direction_speaks_for_neither() {
        Entry tcp = only(overview(SampleRun.of("http", 100).and("tcp", 95).spread(0, 0.01)), "tcp", Dimension.LATENCY);
        assertThat(tcp.text()).endsWith("slightly faster");
        assertThat(tcp.side()).isEqualTo(Scope.NEITHER);
    }

    @Test
    void what_is_measured_of_cost_has_a_verdict_of_its_own() {
        Overview overview = overview(SampleRun.threeTransports()
                .altered(Alterations.windows(
                        w -> w.transport().equals("http") && w.round() % 2 == 0, w -> w.driverCpu(0.0205))));
        assertThat(overview.of("inproc", Dimension.COST)).singleElement().satisfies(entry -> {
            assertThat(entry.side()).isEqualTo(Scope.PRO);
            assertThat(entry.text()).contains("cheaper");
            assertThat(entry.evidence().link()).isEqualTo("#cost");
        });
        assertThat(overview.of("tcp", Dimension.COST))
                .singleElement()
                .satisfies(entry -> assertThat(entry.side()).isEqualTo(Scope.NEITHER));
    }

    @Test
    void a_guarantee_that_was_tested_a_promise_and_a_document_never_mix() {
        Overview overview = overview(SampleRun.threeTransports());
        assertThat(only(overview, "tcp", Dimension.DELIVERY).evidence().kind()).isEqualTo(Evidence.Kind.TESTED);
        assertThat(overview.of("tcp", Dimension.WITHOUT_PEER))
                .filteredOn(entry -> entry.evidence().kind() == Evidence.Kind.STATED)
                .extracting(Entry::side, Entry::text)
                .containsExactly(tuple(Scope.CON, "events for a service that is away fail"));
        assertThat(overview.of("tcp", Dimension.WITHOUT_PEER))
                .extracting(entry -> entry.evidence().kind())
                .containsOnly(Evidence.Kind.MEASURED, Evidence.Kind.STATED);
        assertThat(only(overview, "tcp", Dimension.BROWSERS).evidence())
                .isEqualTo(new Evidence(Evidence.Kind.STATED, "https://example.org/tcp", "https://example.org/tcp"));
    }

    @Test
    void only_primary_scenarios_count_unless_none_is() {
        assertThat(overview(SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT))
                        .of("tcp", Dimension.LATENCY))
                .hasSize(1);
        assertThat(overview(SampleRun.threeTransports().scenarios(SampleRun.ONE_IN_FLIGHT))
                        .of("tcp", Dimension.LATENCY))
                .hasSize(1);
    }

    @Test
    void a_run_without_a_generation_has_no_measured_entry() {
        assertThat(overview(SampleRun.threeTransports().generations(0).incomplete("interrupted"))
                        .entries())
                .extracting(entry -> entry.evidence().kind())
                .containsOnly(Evidence.Kind.TESTED, Evidence.Kind.STATED, Evidence.Kind.MEASURED)
                .isNotEqualTo(List.of());
    }
}
