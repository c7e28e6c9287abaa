package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.host.CpuTimes;
import anywire.host.CpuTimes.OfProcess;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForeignProcessesTest {
    private static final long SELF = ProcessHandle.current().pid();
    private static final long CHILD = SELF + 1;
    private static final long NOISE = SELF + 2;
    private static final long OF_NOISE = SELF + 3;
    private static final CpuTimes NOW = new CpuTimes(
            1_000,
            600,
            0,
            Map.of(
                    SELF, new OfProcess("java", 1, 10),
                    CHILD, new OfProcess("java", SELF, 10),
                    NOISE, new OfProcess("java", SELF, 10),
                    OF_NOISE, new OfProcess("taskset", NOISE, 10)));

    @Test
    void what_disturbs_on_purpose_is_somebody_else_s_with_all_its_children() {
        assertThat(MachineWatch.ours(NOW, Set.of())).containsExactlyInAnyOrder(SELF, CHILD, NOISE, OF_NOISE);
        assertThat(MachineWatch.ours(NOW, Set.of(NOISE))).containsExactlyInAnyOrder(SELF, CHILD);
    }

    @Test
    void a_run_has_no_foreign_process_of_its_own_and_nothing_done_to_its_windows() {
        assertThat(HarnessProcesses.with(java.util.List.of()).foreign()).isEmpty();
        assertThat(Disturbance.NONE.foreign()).isEmpty();
        assertThat(Disturbance.NONE.lateNanos()).isZero();
    }
}
