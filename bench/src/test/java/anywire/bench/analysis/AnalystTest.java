package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.run.Accounting;
import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Network;
import anywire.bench.run.Run;
import anywire.bench.run.SampleRun;
import anywire.bench.run.Scenario;
import anywire.bench.run.Spoiler;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalystTest {
    @Test
    void finds_what_is_faster_and_by_how_much() {
        Analysis analysis = analysed(SampleRun.threeTransports());
        Comparison tcp = median(analysis, "tcp");
        assertThat(tcp.verdict()).isEqualTo(Verdict.FASTER);
        assertThat(tcp.ratio()).isCloseTo(0.52, within(0.06));
        assertThat(tcp.low95()).isLessThan(tcp.ratio());
        assertThat(tcp.high95()).isGreaterThan(tcp.ratio());
        assertThat(tcp.generations()).isEqualTo(5);
        assertThat(tcp.corrected()).isTrue();
        assertThat(tcp.perGeneration()).hasSize(5);
        assertThat(analysis.trust()).isEqualTo(Trust.TRUSTED);
        assertThat(analysis.closing()).startsWith("On loopback, authenticate's median over tcp took 0.5");
    }

    @Test
    void says_what_is_left_over_another_network_right_after() {
        Scenario near = SampleRun.AUTHENTICATE;
        Scenario away = new Scenario("far", near.action(), near.codec(), near.load(), 0, Network.ZONE, true);
        Scenario other = new Scenario("other", "timeline", near.codec(), near.load(), 0, Network.LOOPBACK, true);
        String closing = analysed(SampleRun.threeTransports().scenarios(near, other, away))
                .closing();
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
    void leaves_p90_and_other_scenarios_uncorrected() {
        Analysis analysis =
                analysed(SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT));
        assertThat(analysis.scenarios())
                .flatExtracting(ScenarioAnalysis::comparisons)
                .filteredOn(Comparison::corrected)
                .extracting(Comparison::percentile)
                .containsExactly(50, 50);
        assertThat(analysis.scenarios().get(1).comparisons()).noneMatch(Comparison::corrected);
    }

    @Test
    void lists_the_fastest_first() {
        assertThat(analysed(SampleRun.threeTransports()).scenarios().get(0).cells())
                .extracting(CellAnalysis::transport)
                .containsExactly("inproc", "tcp", "http");
    }

    @Test
    void counts_the_cost_of_a_call_and_none_of_a_server_in_process() {
        List<CellAnalysis> cells =
                analysed(SampleRun.threeTransports()).scenarios().get(0).cells();
        assertThat(cells.get(0).serverCpuMicrosPerCall()).isZero();
        assertThat(cells.get(1).driverCpuMicrosPerCall()).isEqualTo(20);
        assertThat(cells.get(1).serverCpuMicrosPerCall()).isEqualTo(15);
        assertThat(cells.get(1).allocatedBytesPerCall()).isEqualTo(768);
    }

    @Test
    void compares_one_call_in_flight_with_the_floor() {
        Analysis analysis =
                analysed(SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT));
        assertThat(analysis.scenarios().get(0).cells())
                .allMatch(c -> c.floorRatios().isEmpty());
        CellAnalysis tcp = analysis.scenarios().get(1).cells().get(1);
        assertThat(tcp.floorRatios()).singleElement().satisfies(r -> {
            assertThat(r.of()).isEqualTo("p50 / floor socket");
            assertThat(r.ratio()).isCloseTo(52 / 14.0, within(0.4));
        });
        assertThat(analysis.floors())
                .singleElement()
                .satisfies(f -> assertThat(f.medianP50Nanos()).isCloseTo(14_000, within(500.0)));
    }

    @Test
    void shows_the_ratio_with_the_dropped_generation_too() {
        Analysis analysis = analysed(SampleRun.threeTransports().generations(6).spoil(Spoiler.generations(Blame.MACHINE, 2)));
        assertThat(analysis.kept()).containsExactly(1, 3, 4, 5, 6);
        assertThat(median(analysis, "tcp").generations()).isEqualTo(5);
        assertThat(median(analysis, "tcp").note()).contains("over all 6 generations, dropped ones included: 0.5", " to 0.5");
        assertThat(median(analysis, "tcp").leavesOut()).isTrue();
        assertThat(median(analysis, "tcp").withDropped().generations()).isEqualTo(6);
        assertThat(median(analysis, "tcp").withDropped().hasInterval()).isTrue();
        assertThat(median(analysis, "tcp").perGeneration())
                .filteredOn(b -> !b.kept())
                .extracting(b -> b.generation())
                .containsExactly(2);
        assertThat(analysis.trust()).isEqualTo(Trust.TRUSTED);
    }

    @Test
    void leaves_nothing_out_where_nothing_was_dropped() {
        Comparison tcp = median(analysed(SampleRun.threeTransports()), "tcp");
        assertThat(tcp.leavesOut()).isFalse();
        assertThat(tcp.withDropped().ratio()).isEqualTo(tcp.ratio());
    }

    @Test
    void calls_no_winner_where_too_many_generations_are_spoilt() {
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.generations(Blame.HARNESS, 2, 3)));
        assertThat(analysis.trust()).isEqualTo(Trust.INVALID);
        assertThat(analysis.dropped()).isEmpty();
        assertThat(analysis.scenarios().get(0).reasons())
                .singleElement()
                .asString()
                .contains("2 of 5", "12 ms");
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.NOT_RANKED);
    }

    @Test
    void ranks_a_transport_that_did_not_hold_last() {
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.windows(Blame.TRANSPORT, "tcp", 1)));
        List<CellAnalysis> cells = analysis.scenarios().get(0).cells();
        assertThat(cells.get(2).transport()).isEqualTo("tcp");
        assertThat(cells.get(2).didNotHold()).startsWith("in 2 of 10 windows: something took 12 ms");
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.NOT_RANKED);
        assertThat(median(analysis, "inproc").verdict()).isEqualTo(Verdict.FASTER);
    }

    @Test
    void nothing_is_ranked_against_a_reference_that_did_not_hold() {
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.windows(Blame.TRANSPORT, "http")));
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.NOT_RANKED);
        assertThat(median(analysis, "tcp").note()).contains("reference did not hold");
    }

    @Test
    void a_wrong_answer_invalidates() {
        Accounting wrong = new Accounting(600, 600, 599, 1, 0, 0, 0, 0, 600, 0, 0, 0, 0, 0, 0, 0, List.of(), true);
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.accounting("tcp", wrong)));
        assertThat(analysis.trust()).isEqualTo(Trust.INVALID);
        assertThat(analysis.scenarios().get(0).reasons().get(0)).contains("tcp 10");
        assertThat(analysis.closing()).contains("invalid");
    }

    @Test
    void sums_that_do_not_come_out_invalidate() {
        Accounting unbalanced =
                new Accounting(600, 600, 600, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, List.of(), false);
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.accounting("tcp", unbalanced)));
        assertThat(analysis.trust()).isEqualTo(Trust.INVALID);
    }

    @Test
    void lost_calls_are_told_and_raise_doubt() {
        Accounting lossy = new Accounting(
                600, 600, 590, 0, 0, 3, 7, 0, 590, 10, 0, 0, 0, 0, 0, 0, List.of("DISCONNECTED 3"), true);
        Analysis analysis = analysed(SampleRun.threeTransports().spoil(Spoiler.accounting("tcp", lossy)));
        assertThat(analysis.trust()).isEqualTo(Trust.DOUBTFUL);
        assertThat(analysis.scenarios().get(0).reasons())
                .singleElement()
                .asString()
                .contains("tcp 100 of 6,000 not answered rightly, 100 lost");
        assertThat(analysis.scenarios().get(0).cells().get(1).accounting().faults())
                .containsExactly("DISCONNECTED 30");
    }

    @Test
    void three_generations_give_a_ratio_and_no_interval() {
        Analysis analysis = analysed(SampleRun.threeTransports().generations(3).incomplete("interrupted"));
        Comparison tcp = median(analysis, "tcp");
        assertThat(tcp.verdict()).isEqualTo(Verdict.CANT_TELL);
        assertThat(tcp.hasInterval()).isFalse();
        assertThat(tcp.ratio()).isCloseTo(0.52, within(0.1));
        assertThat(tcp.note()).contains("no interval under 4 generations");
        assertThat(analysis.trust()).isEqualTo(Trust.DOUBTFUL);
        assertThat(analysis.reasons()).singleElement().asString().contains("interrupted");
    }

    @Test
    void an_interrupted_run_keeps_what_came_to_its_end() {
        Analysis analysis =
                analysed(SampleRun.threeTransports().incomplete("interrupted").spoil(Spoiler.cutShort(5)));
        assertThat(analysis.kept()).containsExactly(1, 2, 3, 4);
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(median(analysis, "tcp").perGeneration()).hasSize(4);
        assertThat(analysis.trust()).isEqualTo(Trust.DOUBTFUL);
        assertThat(analysis.reasons())
                .containsExactly("It ended early (interrupted): 4 of 5 generations came to their end.");
    }

    @Test
    void too_heavy_a_load_is_measured_and_not_ranked() {
        Analysis analysis = analysed(SampleRun.threeTransports().peak(2_000));
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.NOT_RANKED);
        assertThat(median(analysis, "tcp").ratio()).isPositive();
        assertThat(analysis.scenarios().get(0).cells()).noneMatch(CellAnalysis::ranked);
    }

    @Test
    void one_transport_has_figures_and_nothing_to_compare_with() {
        Analysis analysis = analysed(SampleRun.of("tcp", 52));
        assertThat(analysis.scenarios().get(0).comparisons()).isEmpty();
        assertThat(analysis.closing()).contains("over tcp was 5", "nothing to be compared with");
    }

    @Test
    void a_run_without_a_generation_says_so() {
        Analysis analysis = analysed(SampleRun.threeTransports().generations(0).incomplete("interrupted in generation 1"));
        assertThat(analysis.trust()).isEqualTo(Trust.INVALID);
        assertThat(analysis.closing()).isEqualTo("Nothing was measured: interrupted in generation 1.");
    }

    @Test
    void seven_times_slower_everywhere_changes_no_ratio() {
        Analysis one = analysed(SampleRun.threeTransports());
        Analysis seven = analysed(SampleRun.of("inproc", 56).and("http", 700).and("tcp", 364));
        assertThat(median(seven, "tcp").ratio()).isCloseTo(median(one, "tcp").ratio(), within(0.002));
        assertThat(median(seven, "tcp").verdict()).isEqualTo(median(one, "tcp").verdict());
    }

    @Test
    void the_same_run_gives_the_same_analysis() {
        SampleRun sample = SampleRun.threeTransports().rotations(4);
        Run run = sample.run();
        assertThat(Analyst.analyse(run, sample.histograms())).isEqualTo(Analyst.analyse(run, sample.histograms()));
    }

    private static Analysis analysed(SampleRun sample) {
        return Analyst.analyse(sample.run(), sample.histograms());
    }

    private static Comparison median(Analysis analysis, String transport) {
        return analysis.scenarios().get(0).comparisons().stream()
                .filter(c -> c.percentile() == 50 && c.transport().equals(transport))
                .findFirst()
                .orElseThrow();
    }
}
