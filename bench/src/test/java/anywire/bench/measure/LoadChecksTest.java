package anywire.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.measure.WindowCheck.Asked;
import anywire.bench.run.Accounting;
import anywire.bench.run.Cost;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Latency;
import anywire.bench.run.SampleRun;
import anywire.bench.run.SampleWindow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Windows are of 0.6 s. */
class LoadChecksTest {
    private static final long MILLI = 1_000_000;
    private static final Room TWO_CORES = new Room(1, 1, false);
    private static final Asked OPEN = new Asked(SampleRun.AUTHENTICATE, TWO_CORES);
    private static final Asked CLOSED = new Asked(SampleRun.ONE_IN_FLIGHT, TWO_CORES);

    private final SampleWindow tcp = SampleWindow.over("tcp");

    @Test
    void a_driver_whose_core_is_full_does_not_hold() {
        assertThat(saturation(tcp.driver(cpu(520)), OPEN)).isEmpty();
        assertFlaw(
                saturation(tcp.driver(cpu(570)), OPEN),
                Blame.TRANSPORT,
                "over tcp the driver used 95 % of the cores (bound 90 %)");
    }

    @Test
    void services_whose_cores_are_full_do_not_hold() {
        Asked threeCores = new Asked(SampleRun.AUTHENTICATE, new Room(1, 3, false));
        assertThat(saturation(tcp.server(cpu(1_500)), threeCores)).isEmpty();
        assertFlaw(saturation(tcp.server(cpu(1_700)), threeCores), Blame.TRANSPORT, "over tcp the services used 94 %");
    }

    @Test
    void on_one_core_both_count_together() {
        SampleWindow halfEach = tcp.driver(cpu(290)).server(cpu(290));
        assertThat(saturation(halfEach, OPEN)).isEmpty();
        assertFlaw(
                saturation(halfEach, new Asked(SampleRun.AUTHENTICATE, new Room(1, 1, true))), Blame.TRANSPORT, "97 %");
    }

    @Test
    void in_process_a_full_core_is_noted() {
        assertFlaw(
                saturation(SampleWindow.over("inproc").driver(cpu(590)).server(Cost.NONE), OPEN),
                Blame.NOTED,
                "its one process used 98 %");
    }

    @Test
    void a_closed_loop_may_fill_its_cores() {
        assertThat(saturation(tcp.driver(cpu(600)).server(cpu(600)), CLOSED)).isEmpty();
    }

    @Test
    void a_core_that_compilers_fill_is_no_limit_of_the_transport() {
        assertThat(saturation(tcp.driver(new Cost(590 * MILLI, 0, 0, 400, 0, 0)), OPEN))
                .isEmpty();
    }

    @Test
    void a_driver_that_is_on_time_has_no_flaw() {
        assertThat(lag(tcp.sendLag(lag(90_000, 290_000, 19 * MILLI, 49 * MILLI)), OPEN))
                .isEmpty();
    }

    @Test
    void of_few_sends_three_may_be_later() {
        Latency few = new Latency(30, 50_000, 1_400_000, 2 * MILLI, 2 * MILLI, 2 * MILLI, 60_000);
        assertThat(lag(tcp.sendLag(few), OPEN)).isEmpty();
    }

    @Test
    void a_late_driver_is_the_harness_s_fault() {
        assertFlaw(
                lag(tcp.sendLag(lag(110_000, 400_000, 400_000, 500_000)), OPEN),
                Blame.HARNESS,
                "p50 0.11 ms (bound 0.1)");
        assertFlaw(
                lag(tcp.sendLag(lag(2_000, 310_000, 3 * MILLI, 3 * MILLI)), OPEN),
                Blame.HARNESS,
                "p90 0.31 ms (bound 0.30)");
        assertFlaw(lag(tcp.sendLag(lag(2_000, 5_000, 21 * MILLI, 22 * MILLI)), OPEN), Blame.HARNESS, "p99 21.0 ms");
        assertFlaw(lag(tcp.sendLag(lag(2_000, 5_000, 9_000, 60 * MILLI)), OPEN), Blame.HARNESS, "at most 60.0 ms");
    }

    @Test
    void a_driver_that_calls_made_late_did_not_hold() {
        Latency late = lag(50 * MILLI, 100 * MILLI, 300 * MILLI, 400 * MILLI);
        assertFlaw(lag(tcp.sendLag(late).driver(cpu(595)), OPEN), Blame.TRANSPORT, "calls filling its core: 99 %");
    }

    @Test
    void a_driver_that_compilers_made_late_is_the_harness_s_fault() {
        Latency late = lag(50 * MILLI, 100 * MILLI, 300 * MILLI, 400 * MILLI);
        Cost compiling = new Cost(595 * MILLI, 0, 0, 500, 0, 0);
        assertFlaw(lag(tcp.sendLag(late).driver(compiling), OPEN), Blame.HARNESS, "the driver sent late over tcp");
    }

    @Test
    void a_closed_loop_is_never_late() {
        assertThat(lag(tcp.sendLag(lag(MILLI, MILLI, MILLI, MILLI)), CLOSED)).isEmpty();
    }

    @Test
    void accounts_that_do_not_agree_are_the_harness_s_fault() {
        Accounting unbalanced =
                new Accounting(600, 600, 600, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0, List.of(), false);
        assertThat(new BalanceCheck().flaw(tcp.window(), OPEN)).isEmpty();
        assertFlaw(new BalanceCheck().flaw(tcp.accounting(unbalanced).window(), OPEN), Blame.HARNESS, "executed 500");
    }

    @Test
    void a_transport_that_loses_more_than_one_in_a_thousand_does_not_hold() {
        assertThat(new HeldCheck().flaw(tcp.accounting(answering(9_990)).window(), OPEN))
                .isEmpty();
        assertFlaw(
                new HeldCheck().flaw(tcp.accounting(answering(9_989)).window(), OPEN),
                Blame.TRANSPORT,
                "9989 of 10000");
    }

    private static Accounting answering(long answered) {
        return new Accounting(
                10_000, 10_000, answered, 0, 0, 10_000 - answered, 0, 0, 10_000, 0, 0, 0, 0, 0, 0, 0, List.of(), true);
    }

    private static Cost cpu(long millis) {
        return new Cost(millis * MILLI, 0, 0, 0, 0, 0);
    }

    private static Latency lag(long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {
        return new Latency(600, p50Nanos, p90Nanos, p99Nanos, maxNanos, maxNanos, 3_000);
    }

    private static Optional<Flaw> saturation(SampleWindow window, Asked asked) {
        return new SaturationCheck().flaw(window.window(), asked);
    }

    private static Optional<Flaw> lag(SampleWindow window, Asked asked) {
        return new SendLagCheck().flaw(window.window(), asked);
    }

    private static void assertFlaw(Optional<Flaw> flaw, Blame blame, String part) {
        assertThat(flaw).hasValueSatisfying(f -> {
            assertThat(f.blame()).isEqualTo(blame);
            assertThat(f.reason()).contains(part);
        });
    }
}
