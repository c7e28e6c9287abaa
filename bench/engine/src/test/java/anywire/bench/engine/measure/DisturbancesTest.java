package anywire.bench.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Machine;
import anywire.bench.samples.Changed;
import anywire.bench.samples.SampleWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbancesTest {
    private static final long MILLI = 1_000_000;

    private final SampleWindow tcp = SampleWindow.over("tcp");

    @Test
    void a_quiet_window_has_none() {
        assertThat(of(tcp)).isEmpty();
    }

    @Test
    void what_the_kernel_does_not_tell_is_none() {
        assertThat(of(tcp.machine(Machine.UNKNOWN))).isEmpty();
    }

    @Test
    void a_hypervisor_may_take_two_per_cent() {
        assertThat(of(tcp.steal(0.019))).isEmpty();
        assertThat(of(tcp.steal(0.03))).containsExactly("steal");
    }

    @Test
    void other_processes_may_take_five_per_cent_of_a_core() {
        assertThat(of(tcp.strays(0.045))).isEmpty();
        assertThat(of(tcp.strays(0.06))).containsExactly("other processes");
    }

    @Test
    void load_that_no_process_explains_is_seen_only_where_it_is_much() {
        assertThat(of(foreign(0.15))).isEmpty();
        assertThat(of(foreign(-0.04))).isEmpty();
        assertThat(of(foreign(0.4))).containsExactly("other processes");
    }

    @Test
    void a_core_that_wakes_threads_late_is_seen() {
        assertThat(of(tcp.hiccups(19 * MILLI, 49 * MILLI))).isEmpty();
        assertThat(of(tcp.hiccups(21 * MILLI, 22 * MILLI))).containsExactly("hiccups");
        assertThat(of(tcp.hiccups(MILLI, 60 * MILLI))).containsExactly("hiccups");
    }

    @Test
    void each_is_named_once() {
        assertThat(of(tcp.steal(0.03).strays(0.5).hiccups(21 * MILLI, 60 * MILLI)))
                .containsExactly("steal", "other processes", "hiccups");
    }

    private static SampleWindow foreign(double share) {
        return SampleWindow.over("tcp").machine(Changed.with(SampleWindow.quiet(), "foreignShare", share));
    }

    private static List<String> of(SampleWindow window) {
        return Disturbances.of(window.window());
    }
}
