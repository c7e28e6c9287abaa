package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Accounting;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Generation;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import anywire.bench.model.Spread;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleAccounting;
import anywire.bench.samples.SampleRun;
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
        assertThat(tcp.generations()).isEqualTo(3);
        assertThat(tcp.rounds()).isEqualTo(12);
        assertThat(tcp.family()).isEqualTo(2);
        assertThat(tcp.perRound()).hasSize(12);
        assertThat(analysis.trust()).isEqualTo(Trust.HIGH);
    }

    @Test
    void leaves_p90_and_other_scenarios_uncorrected() {
        Analysis analysis =
                analysed(SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT));
        assertThat(analysis.scenarios())
                .flatExtracting(ScenarioAnalysis::comparisons)
                .filteredOn(c -> c.family() > 1)
                .extracting(Comparison::percentile)
                .containsExactly(50, 50);
        assertThat(analysis.scenarios().get(1).comparisons()).allMatch(c -> c.family() == 1);
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
    void every_round_counts_and_the_ratio_without_disturbed_ones_stands_beside() {
        Analysis analysis =
                analysed(SampleRun.threeTransports().altered(Alterations.rounds(r -> r == 6, w -> w.probe(2))));
        Comparison tcp = median(analysis, "tcp");
        assertThat(tcp.rounds()).isEqualTo(12);
        assertThat(tcp.leavesOut()).isTrue();
        assertThat(tcp.undisturbed().rounds()).isEqualTo(11);
        assertThat(tcp.undisturbed().hasInterval()).isTrue();
        assertThat(tcp.perRound())
                .filteredOn(r -> r.disturbed())
                .extracting(r -> r.generation(), r -> r.round())
                .containsExactly(tuple(2, 6));
        assertThat(tcp.verdict()).isEqualTo(Verdict.FASTER);
        assertThat(analysis.trust()).isEqualTo(Trust.HIGH);
    }

    @Test
    void leaves_nothing_out_where_nothing_was_disturbed() {
        Comparison tcp = median(analysed(SampleRun.threeTransports()), "tcp");
        assertThat(tcp.leavesOut()).isFalse();
        assertThat(tcp.undisturbed().ratio()).isEqualTo(tcp.ratio());
    }

    @Test
    void of_a_row_that_answers_wrongly_there_is_no_figure_and_of_the_others_there_is() {
        Analysis analysis = analysed(SampleRun.threeTransports().altered(Alterations.wrong("tcp")));
        List<CellAnalysis> cells = analysis.scenarios().get(0).cells();
        assertThat(cells.get(2).transport()).isEqualTo("tcp");
        assertThat(cells.get(2).delivered()).isFalse();
        Comparison tcp = median(analysis, "tcp");
        assertThat(tcp.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(tcp.ratio()).isZero();
        assertThat(tcp.hasInterval()).isFalse();
        assertThat(tcp.reasons().get(0)).isEqualTo(new Reason(Code.WRONG_ANSWERS, Trust.BROKEN, "tcp", 12, 0, 0));
        assertThat(median(analysis, "inproc").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(median(analysis, "inproc").trust()).isEqualTo(Trust.HIGH);
        assertThat(analysis.trust()).isEqualTo(Trust.BROKEN);
    }

    @Test
    void nothing_is_compared_with_a_reference_that_answers_wrongly() {
        Analysis analysis = analysed(SampleRun.threeTransports().altered(Alterations.wrong("http")));
        assertThat(analysis.scenarios().get(0).comparisons()).allMatch(c -> c.verdict() == Verdict.BROKEN);
        assertThat(median(analysis, "tcp").reasons().get(0).row()).isEqualTo("http");
    }

    @Test
    void an_accounting_mismatch_leaves_no_figure() {
        Analysis analysis = analysed(SampleRun.threeTransports()
                .altered(Alterations.row("tcp", w -> w.accounting(SampleAccounting.unbalanced(600, 100)))));
        assertThat(analysis.trust()).isEqualTo(Trust.BROKEN);
        assertThat(codes(analysis)).containsExactly(Code.ACCOUNTING_MISMATCH);
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void a_few_lost_calls_are_told_and_counted_and_leave_a_figure() {
        Accounting lossy = new Accounting(
                600, 600, 590, 0, 0, 3, 7, 0, 590, 10, 0, 0, 0, 0, 0, 0, List.of("DISCONNECTED 3"), true);
        Analysis analysis =
                analysed(SampleRun.threeTransports().altered(Alterations.row("tcp", w -> w.accounting(lossy))));
        assertThat(analysis.trust()).isEqualTo(Trust.MEDIUM);
        assertThat(analysis.scenarios().get(0).reasons())
                .containsExactly(new Reason(Code.FAILED_CALLS, Trust.MEDIUM, "tcp", 240, 0, 0));
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(analysis.scenarios().get(0).cells().get(1).accounting().faults())
                .containsExactly("DISCONNECTED 36");
    }

    @Test
    void one_generation_gives_an_interval_by_what_is_known_of_fresh_starts() {
        Analysis one = analysed(SampleRun.threeTransports().generations(1).rounds(8));
        Comparison tcp = median(one, "tcp");
        assertThat(tcp.hasInterval()).isTrue();
        assertThat(tcp.spread().network()).isEqualTo(Spread.LOOPBACK);
        assertThat(tcp.spread().betweenSdLog()).isEqualTo(0.02);
        assertThat(tcp.spread().source()).startsWith("the reference results");
        assertThat(tcp.trust()).isEqualTo(Trust.MEDIUM);
        assertThat(codes(one)).containsExactly(Code.ONE_GENERATION);
    }

    @Test
    void one_round_of_one_generation_has_the_interval_that_the_known_spread_gives_and_no_more() {
        Comparison tcp =
                median(analysed(SampleRun.threeTransports().generations(1).rounds(1)), "tcp");
        assertThat(tcp.ratio()).isCloseTo(0.52, within(0.1));
        assertThat(tcp.hasInterval()).isFalse();
        assertThat(tcp.verdict()).isEqualTo(Verdict.NO_VERDICT);
    }

    @Test
    void an_interrupted_run_keeps_the_rounds_that_came_to_their_end() {
        Analysis analysis = analysed(SampleRun.threeTransports()
                .incomplete("interrupted")
                .altered(AnalystTest::withoutTheLastRound)
                .altered(Alterations.cutShort(3)));
        assertThat(median(analysis, "tcp").rounds()).isEqualTo(11);
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(analysis.trust()).isEqualTo(Trust.MEDIUM);
        assertThat(analysis.reasons()).containsExactly(new Reason(Code.INCOMPLETE, Trust.MEDIUM, "", 2, 3, 0));
    }

    private static Generation withoutTheLastRound(Generation g) {
        return g.having(g.windows().stream().filter(w -> w.round() < 12).toList());
    }

    @Test
    void a_load_that_was_not_delivered_leaves_no_figure() {
        Analysis analysis = analysed(SampleRun.threeTransports()
                .altered(Alterations.row("tcp", w -> w.accounting(SampleAccounting.losing(600, 40)))));
        assertThat(median(analysis, "tcp").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(median(analysis, "tcp").reasons().get(0).code()).isEqualTo(Code.LOAD_NOT_DELIVERED);
        assertThat(median(analysis, "tcp").reasons().get(0).figure()).isCloseTo(560 / 600.0, within(1e-9));
    }

    @Test
    void p90_is_trusted_as_its_median_is() {
        Analysis analysis = analysed(SampleRun.threeTransports().altered(Alterations.row("tcp", w -> w.steal(0.02))));
        List<Comparison> tcp = analysis.scenarios().get(0).comparisons().stream()
                .filter(c -> c.transport().equals("tcp"))
                .toList();
        assertThat(tcp).extracting(Comparison::percentile).containsExactly(50, 90);
        assertThat(tcp.get(1).reasons()).isEqualTo(tcp.get(0).reasons());
        assertThat(tcp.get(0).trust()).isEqualTo(Trust.LOW);
    }

    @Test
    void one_transport_has_figures_and_nothing_to_compare_with() {
        Analysis analysis = analysed(SampleRun.of("tcp", 52));
        assertThat(analysis.scenarios().get(0).comparisons()).isEmpty();
    }

    @Test
    void a_run_without_a_generation_says_so() {
        Analysis analysis =
                analysed(SampleRun.threeTransports().generations(0).incomplete("interrupted in generation 1"));
        assertThat(analysis.trust()).isEqualTo(Trust.BROKEN);
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
        SampleRun sample = SampleRun.threeTransports();
        Run run = sample.run();
        assertThat(Analyst.analyse(run, sample.histograms())).isEqualTo(Analyst.analyse(run, sample.histograms()));
    }

    private static Analysis analysed(SampleRun sample) {
        return Analyst.analyse(sample.run(), sample.histograms());
    }

    private static List<Code> codes(Analysis analysis) {
        return analysis.scenarios().get(0).reasons().stream().map(Reason::code).toList();
    }

    private static Comparison median(Analysis analysis, String transport) {
        return analysis.scenarios().get(0).comparisons().stream()
                .filter(c -> c.percentile() == 50 && c.transport().equals(transport))
                .findFirst()
                .orElseThrow();
    }
}
