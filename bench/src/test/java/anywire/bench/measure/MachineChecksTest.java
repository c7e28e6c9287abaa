package anywire.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.measure.WindowCheck.Asked;
import anywire.bench.run.Cost;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Latency;
import anywire.bench.run.Machine;
import anywire.bench.run.Machine.Hiccups;
import anywire.bench.run.Machine.Others;
import anywire.bench.run.SampleRun;
import anywire.bench.run.SampleWindow;
import anywire.bench.run.Traffic;
import anywire.bench.run.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineChecksTest {
    private static final long MILLI = 1_000_000;
    private static final Machine QUIET = SampleWindow.quiet();
    private static final Asked ASKED = new Asked(SampleRun.AUTHENTICATE, new Room(1, 1, false));

    @Test
    void a_quiet_window_has_no_flaw() {
        Window judged =
                WindowChecks.judge(SampleWindow.over("tcp").window(), SampleRun.AUTHENTICATE, new Room(1, 1, false));
        assertThat(judged.flaws()).isEmpty();
    }

    @Test
    void what_the_kernel_does_not_tell_is_no_flaw() {
        Window judged = WindowChecks.judge(
                SampleWindow.over("tcp").machine(Machine.UNKNOWN).window(),
                SampleRun.AUTHENTICATE,
                new Room(1, 1, false));
        assertThat(judged.flaws()).isEmpty();
    }

    @Test
    void a_hypervisor_that_takes_more_than_two_per_cent_spoils_the_window() {
        assertThat(flaw(new StealCheck(), with(0.019, 0, Others.NOBODY))).isEmpty();
        assertSpoilt(flaw(new StealCheck(), with(0.03, 0, Others.NOBODY)), "steal", "3.0 %", "bound 2.0 %");
    }

    @Test
    void a_process_that_is_not_of_this_run_is_named() {
        assertThat(flaw(new StrayCheck(), with(0, 0, new Others(30 * MILLI, "make", 30 * MILLI))))
                .isEmpty();
        assertSpoilt(
                flaw(new StrayCheck(), with(0, 0, new Others(140 * MILLI, "make", 100 * MILLI))),
                "stray-load",
                "20 % of a core",
                "make",
                "while tcp was measured");
    }

    @Test
    void load_that_no_process_here_explains_is_seen_only_where_it_is_much() {
        assertThat(flaw(new StrayCheck(), with(0, 0.15, Others.NOBODY))).isEmpty();
        assertThat(flaw(new StrayCheck(), with(0, -0.04, Others.NOBODY))).isEmpty();
        assertSpoilt(
                flaw(new StrayCheck(), with(0, 0.4, Others.NOBODY)), "stray-load", "no process here", "40 % of all");
    }

    @Test
    void a_core_that_wakes_threads_late_spoils_the_window() {
        assertThat(flaw(new HiccupCheck(), hiccups(19 * MILLI, 49 * MILLI))).isEmpty();
        assertSpoilt(flaw(new HiccupCheck(), hiccups(21 * MILLI, 22 * MILLI)), "hiccups", "core 1", "p99 21.0 ms");
        assertSpoilt(flaw(new HiccupCheck(), hiccups(MILLI, 60 * MILLI)), "hiccups", "at most 60.0 ms");
    }

    @Test
    void a_core_that_the_measured_processes_fill_says_nothing_of_the_machine() {
        Window full = SampleWindow.over("tcp")
                .machine(hiccups(21 * MILLI, 60 * MILLI))
                .driver(new Cost(590 * MILLI, 0, 0, 0, 0, 0))
                .window();
        assertThat(new HiccupCheck().flaw(full, ASKED)).isEmpty();
    }

    @Test
    void a_transport_that_works_while_another_is_measured_spoils_that_ones_window() {
        assertThat(flaw(new BystanderCheck(), bystander(28 * MILLI))).isEmpty();
        Optional<Flaw> flaw = flaw(new BystanderCheck(), bystander(40 * MILLI));
        assertThat(flaw).hasValueSatisfying(f -> {
            assertThat(f.check()).isEqualTo("idle-processes");
            assertThat(f.blame()).isEqualTo(Blame.HARNESS);
            assertThat(f.reason()).contains("http used 40.0 ms of CPU while tcp was measured");
        });
    }

    @Test
    void a_floor_that_drifts_within_a_generation_spoils_it() {
        assertThat(FloorDriftCheck.flaws(List.of(floor(20_000), floor(33_000), floor(19_500))))
                .isEmpty();
        List<Flaw> flaws = FloorDriftCheck.flaws(List.of(floor(20_000), floor(60_000), floor(21_000)));
        assertThat(flaws).singleElement().satisfies(f -> {
            assertThat(f.check()).isEqualTo("floor-drift");
            assertThat(f.blame()).isEqualTo(Blame.MACHINE);
            assertThat(f.reason()).contains("socket", "from 20.0 µs to 60.0 µs", "3.00 times");
        });
    }

    @Test
    void a_floor_that_was_not_measured_does_not_drift() {
        assertThat(FloorDriftCheck.flaws(List.of())).isEmpty();
        assertThat(FloorDriftCheck.flaws(List.of(floor(20_000))).isEmpty()).isTrue();
    }

    private static Window floor(long p50Nanos) {
        return SampleWindow.over("socket")
                .latency(new Latency(9_000, p50Nanos, p50Nanos, p50Nanos, p50Nanos, p50Nanos, p50Nanos))
                .window();
    }

    private static Machine with(double steal, double foreign, Others strays) {
        return new Machine(0.7, steal, foreign, strays, QUIET.bystanders(), Traffic.NONE, QUIET.hiccups());
    }

    private static Machine hiccups(long p99Nanos, long maxNanos) {
        List<Hiccups> cores = List.of(QUIET.hiccups().get(0), new Hiccups(1, 120, 20_000, p99Nanos, maxNanos));
        return new Machine(0.7, 0, 0, Others.NOBODY, QUIET.bystanders(), Traffic.NONE, cores);
    }

    private static Machine bystander(long nanos) {
        return new Machine(
                0.7, 0, 0, Others.NOBODY, new Others(nanos + MILLI, "http", nanos), Traffic.NONE, QUIET.hiccups());
    }

    private static Optional<Flaw> flaw(WindowCheck check, Machine machine) {
        return check.flaw(SampleWindow.over("tcp").machine(machine).window(), ASKED);
    }

    private static void assertSpoilt(Optional<Flaw> flaw, String check, String... parts) {
        assertThat(flaw).hasValueSatisfying(f -> {
            assertThat(f.check()).isEqualTo(check);
            assertThat(f.blame()).isEqualTo(Blame.MACHINE);
            assertThat(f.reason()).contains(parts);
        });
    }
}
