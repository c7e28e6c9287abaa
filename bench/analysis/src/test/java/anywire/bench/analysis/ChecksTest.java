package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Latency;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleAccounting;
import anywire.bench.samples.SampleRun;
import anywire.bench.samples.SampleWindow;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each check once where it finds something, and once just below; tcp against http, by the sample's round bounds. */
class ChecksTest {
    /** Half of the log of the margin: 5 %. */
    private static final double HALF_MARGIN = Math.log1p(0.05) / 2;

    @Test
    void of_a_quiet_run_none_finds_anything() {
        assertThat(reasons(SampleRun.threeTransports())).isEmpty();
    }

    @Test
    void a_wrong_answer_is_broken() {
        Reason reason = only(altered("tcp", w -> w.accounting(SampleAccounting.wrong(600, 1))));
        assertThat(reason).isEqualTo(new Reason(Code.WRONG_ANSWERS, Trust.BROKEN, "tcp", 12, 0, 0));
    }

    @Test
    void what_was_answered_and_never_executed_is_broken() {
        Reason reason = only(altered("http", w -> w.accounting(SampleAccounting.unbalanced(600, 1))));
        assertThat(reason).isEqualTo(new Reason(Code.ACCOUNTING_MISMATCH, Trust.BROKEN, "http", 12, 0, 0));
    }

    @Test
    void a_load_of_which_less_than_95_per_cent_was_answered_is_broken() {
        assertThat(codes(altered("tcp", w -> w.accounting(SampleAccounting.losing(600, 29)))))
                .containsExactly(Code.FAILED_CALLS);
        Reason reason = reasons(altered("tcp", w -> w.accounting(SampleAccounting.losing(600, 36))))
                .get(0);
        assertThat(reason).isEqualTo(new Reason(Code.LOAD_NOT_DELIVERED, Trust.BROKEN, "tcp", 0.94, 0.95, 0));
    }

    @Test
    void a_closed_loop_asks_for_no_rate() {
        SampleRun closed = SampleRun.threeTransports()
                .scenarios(SampleRun.ONE_IN_FLIGHT)
                .altered(Alterations.row("tcp", w -> w.accounting(SampleAccounting.losing(600, 36))));
        assertThat(codes(closed)).containsExactly(Code.FAILED_CALLS);
    }

    @Test
    void of_a_row_that_nobody_answered_nothing_was_measured() {
        assertThat(reasons(altered("tcp", w -> w.accounting(SampleAccounting.losing(600, 600))))
                        .get(0))
                .isEqualTo(new Reason(Code.NOTHING_MEASURED, Trust.BROKEN, "tcp", 0, 0, 0));
    }

    @Test
    void calls_that_failed_are_told_with_the_row_that_has_more_of_them() {
        Reason reason = only(SampleRun.threeTransports()
                .altered(Alterations.row("tcp", w -> w.accounting(SampleAccounting.losing(600, 1))))
                .altered(Alterations.row("http", w -> w.accounting(SampleAccounting.losing(600, 2)))));
        assertThat(reason).isEqualTo(new Reason(Code.FAILED_CALLS, Trust.MEDIUM, "http", 48, 0, 0));
    }

    @Test
    void a_ratio_that_moves_from_the_first_rounds_to_the_last_is_cold_and_may_be_off_by_half_of_the_way() {
        Reason reason = only(SampleRun.threeTransports().paced((row, g, round) -> cold(row, round) ? 1.3 : 1));
        assertThat(reason.code()).isEqualTo(Code.STILL_WARMING);
        assertThat(reason.trust()).isEqualTo(Trust.LOW);
        assertThat(reason.row()).isEqualTo("tcp");
        assertThat(reason.figure()).isCloseTo(-Math.log(1.3), within(0.03));
        assertThat(reason.costLog()).isEqualTo(Math.abs(reason.figure()) / 2);
    }

    /** The first two rounds of each generation of four. */
    private static boolean cold(String row, int round) {
        return row.equals("tcp") && (round - 1) % 4 < 2;
    }

    @Test
    void rows_that_get_faster_alike_and_a_ratio_that_goes_up_and_down_are_warm() {
        assertThat(reasons(SampleRun.threeTransports().paced((row, g, round) -> cold("tcp", round) ? 1.3 : 1)))
                .isEmpty();
        assertThat(reasons(SampleRun.threeTransports()
                        .paced((row, g, round) -> row.equals("tcp") && round % 2 == 0 ? 1.3 : 1)))
                .isEmpty();
    }

    @Test
    void compilers_that_take_more_than_five_per_cent_of_a_row_s_windows_are_named_with_the_row() {
        assertThat(reasons(altered("tcp", w -> w.jit(0.045)))).isEmpty();
        assertThat(only(altered("tcp", w -> w.jit(0.06))))
                .isEqualTo(new Reason(Code.COMPILERS_BUSY, Trust.LOW, "tcp", 0.06, 0.05, 0.06));
        assertThat(only(altered("http", w -> w.jit(0.06))).row()).isEqualTo("http");
    }

    @Test
    void what_compilers_take_of_both_alike_is_named_and_moves_no_ratio() {
        Reason reason = only(SampleRun.threeTransports().altered(Alterations.everywhere(w -> w.jit(0.06))));
        assertThat(reason.code()).isEqualTo(Code.COMPILERS_BUSY);
        assertThat(reason.costLog()).isCloseTo(0, within(1e-12));
    }

    @Test
    void disturbed_rounds_that_tell_another_ratio_are_told() {
        Reason reason = only(SampleRun.threeTransports()
                .rounds(8)
                .paced((row, g, round) -> row.equals("tcp") && disturbed(round) ? 1.5 : 1)
                .altered(Alterations.rounds(ChecksTest::disturbed, w -> w.probe(2))));
        assertThat(reason.code()).isEqualTo(Code.ANALYSES_DISAGREE);
        assertThat(reason.row()).isEqualTo("tcp");
        assertThat(reason.figure()).isCloseTo(Math.log(1.5) / 8, within(0.02));
        assertThat(reason.costLog()).isEqualTo(reason.figure());
        assertThat(reason.bound()).isCloseTo(HALF_MARGIN, within(1e-12));
    }

    /** One in eight. */
    private static boolean disturbed(int round) {
        return round % 8 == 4;
    }

    @Test
    void disturbed_rounds_that_tell_the_same_ratio_are_not() {
        assertThat(reasons(SampleRun.threeTransports()
                        .rounds(8)
                        .paced((row, g, round) -> disturbed(round) ? 1.5 : 1)
                        .altered(Alterations.rounds(ChecksTest::disturbed, w -> w.probe(2)))))
                .isEmpty();
    }

    @Test
    void steal_from_one_row_alone_costs_seven_times_as_much() {
        assertThat(reasons(altered("tcp", w -> w.steal(0.003)))).isEmpty();
        Reason reason = only(altered("tcp", w -> w.steal(0.006)));
        assertThat(reason.code()).isEqualTo(Code.STEAL_UNEQUAL);
        assertThat(reason.trust()).isEqualTo(Trust.LOW);
        assertThat(reason.row()).isEqualTo("tcp");
        assertThat(reason.figure()).isCloseTo(0.006, within(1e-12));
        assertThat(reason.bound()).isCloseTo(HALF_MARGIN / 7, within(1e-12));
        assertThat(reason.costLog()).isCloseTo(7 * 0.006, within(1e-12));
    }

    @Test
    void steal_from_the_reference_is_as_bad_and_has_its_sign() {
        Reason reason = only(altered("http", w -> w.steal(0.006)));
        assertThat(reason.code()).isEqualTo(Code.STEAL_UNEQUAL);
        assertThat(reason.figure()).isCloseTo(-0.006, within(1e-12));
        assertThat(reason.costLog()).isCloseTo(7 * 0.006, within(1e-12));
    }

    @Test
    void steal_that_comes_and_goes_is_in_the_spread_of_rounds_and_no_imbalance() {
        SampleRun sample = SampleRun.threeTransports()
                .altered(Alterations.windows(
                        w -> w.transport().equals(w.round() % 3 == 0 ? "http" : "tcp") && w.round() % 2 == 0,
                        w -> w.steal(0.03)));
        assertThat(codes(sample)).doesNotContain(Code.STEAL_UNEQUAL);
    }

    @Test
    void other_processes_beside_one_row_alone_cost_half_as_much() {
        assertThat(reasons(altered("tcp", w -> w.strays(0.04)))).isEmpty();
        Reason reason = only(altered("tcp", w -> w.strays(0.06)));
        assertThat(reason.code()).isEqualTo(Code.OTHERS_UNEQUAL);
        assertThat(reason.row()).isEqualTo("tcp");
        assertThat(reason.figure()).isCloseTo(0.06, within(0.004));
        assertThat(reason.costLog()).isCloseTo(reason.figure() / 2, within(1e-12));
    }

    @Test
    void rows_that_should_stand_still_count_as_others() {
        assertThat(only(altered("tcp", w -> w.bystanders(0.08))).code()).isEqualTo(Code.OTHERS_UNEQUAL);
    }

    @Test
    void a_machine_that_is_noisy_alike_is_medium_and_nobody_s_fault() {
        assertThat(reasons(SampleRun.threeTransports().altered(Alterations.everywhere(w -> w.steal(0.009)))))
                .isEmpty();
        assertThat(only(SampleRun.threeTransports().altered(Alterations.everywhere(w -> w.steal(0.02)))))
                .isEqualTo(new Reason(Code.STEAL, Trust.MEDIUM, "", 0.02, 0.01, 0));
        Reason others = only(SampleRun.threeTransports().altered(Alterations.everywhere(w -> w.strays(0.2))));
        assertThat(others.code()).isEqualTo(Code.OTHER_PROCESSES);
        assertThat(others.row()).isEmpty();
    }

    @Test
    void more_than_one_disturbed_round_of_five_is_a_noisy_machine() {
        assertThat(reasons(SampleRun.threeTransports().altered(Alterations.rounds(r -> r <= 2, w -> w.probe(2)))))
                .isEmpty();
        assertThat(only(SampleRun.threeTransports().altered(Alterations.rounds(r -> r <= 3, w -> w.probe(2)))))
                .isEqualTo(new Reason(Code.DISTURBED_ROUNDS, Trust.MEDIUM, "", 0.25, 0.2, 0));
    }

    @Test
    void late_sends_over_one_row_alone_are_what_they_did_to_the_ratio() {
        assertThat(reasons(sentLate("tcp", 0.98, w -> w))).isEmpty();
        Reason reason = only(sentLate("tcp", 0.95, w -> w));
        assertThat(reason.code()).isEqualTo(Code.SEND_LAG_UNEQUAL);
        assertThat(reason.row()).isEqualTo("tcp");
        assertThat(reason.figure()).isCloseTo(-Math.log(0.95), within(1e-3));
        assertThat(reason.costLog()).isEqualTo(reason.figure());
    }

    @Test
    void of_a_row_that_fills_the_driver_s_core_being_late_is_its_own_doing() {
        assertThat(codes(sentLate("tcp", 0.9, w -> w.driverCpu(0.95)))).containsExactly(Code.SATURATED);
    }

    private static SampleRun sentLate(String row, double actual, UnaryOperator<SampleWindow> more) {
        return SampleRun.threeTransports()
                .altered(g -> g.having(g.windows().stream()
                        .map(w -> w.transport().equals(row)
                                ? more.apply(SampleWindow.from(w).actual(times(w, actual)))
                                        .window()
                                : w)
                        .toList()));
    }

    private static Latency times(Window w, double times) {
        long p50 = Math.round(times * w.intended().p50Nanos());
        Latency l = w.intended();
        return new Latency(l.count(), p50, l.p90Nanos(), l.p99Nanos(), l.p999Nanos(), l.maxNanos(), l.meanNanos());
    }

    @Test
    void a_row_whose_core_is_full_in_more_than_half_of_its_windows_is_told() {
        UnaryOperator<SampleWindow> full = w -> w.serverCpu(0.95);
        assertThat(reasons(SampleRun.threeTransports()
                        .altered(Alterations.windows(w -> w.transport().equals("tcp") && w.round() <= 6, full))))
                .isEmpty();
        assertThat(only(altered("tcp", full))).isEqualTo(new Reason(Code.SATURATED, Trust.LOW, "tcp", 1, 0.5, 0));
        assertThat(reasons(SampleRun.threeTransports()
                        .scenarios(SampleRun.ONE_IN_FLIGHT)
                        .altered(Alterations.row("tcp", full))))
                .isEmpty();
    }

    @Test
    void collections_of_more_than_five_per_cent_of_the_time_are_told() {
        assertThat(reasons(altered("http", w -> w.collections(0.045)))).isEmpty();
        Reason reason = only(altered("http", w -> w.collections(0.1)));
        assertThat(reason.code()).isEqualTo(Code.COLLECTIONS);
        assertThat(reason.trust()).isEqualTo(Trust.MEDIUM);
        assertThat(reason.row()).isEqualTo("http");
        assertThat(reason.figure()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void one_generation_is_one_draw() {
        assertThat(only(SampleRun.threeTransports().generations(1).rounds(12)))
                .isEqualTo(new Reason(Code.ONE_GENERATION, Trust.MEDIUM, "", 1, 2, 0));
        assertThat(reasons(SampleRun.threeTransports().generations(2))).isEmpty();
    }

    private static SampleRun altered(String row, UnaryOperator<SampleWindow> change) {
        return SampleRun.threeTransports().altered(Alterations.row(row, change));
    }

    private static Reason only(SampleRun sample) {
        List<Reason> reasons = reasons(sample);
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    private static List<Code> codes(SampleRun sample) {
        return reasons(sample).stream().map(Reason::code).toList();
    }

    private static List<Reason> reasons(SampleRun sample) {
        Run run = sample.run();
        Comparison tcp = Analyst.analyse(run, sample.histograms())
                .scenarios()
                .get(0)
                .median("tcp")
                .orElseThrow();
        return tcp.reasons();
    }
}
