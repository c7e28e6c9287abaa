package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.model.Machine;
import anywire.bench.model.Machine.Others;
import anywire.host.Cores;
import anywire.host.CpuTimes;
import anywire.host.CpuTimes.OfProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineWatchTest {
    private static final CpuTimes NOW = new CpuTimes(
            1_000,
            600,
            0,
            Map.of(
                    2L, new OfProcess("kthreadd", 0, 0),
                    20L, new OfProcess("ksoftirqd/0", 2, 500),
                    100L, new OfProcess("bash", 1, 10),
                    101L, new OfProcess("make", 100, 90),
                    200L, new OfProcess("java", 100, 700)));

    @Test
    void neither_the_kernel_s_own_work_nor_ours_is_a_stray() {
        Map<Long, Long> ticks = Map.of(20L, 7L, 100L, 1L, 101L, 3L, 200L, 50L);
        Others strays = MachineWatch.strays(NOW, ticks, Set.of(200L));
        assertThat(strays).isEqualTo(new Others(40_000_000, "make", 30_000_000));
    }

    @Test
    void where_nothing_else_ran_nobody_is_named() {
        assertThat(MachineWatch.strays(NOW, Map.of(20L, 7L, 100L, 0L, 200L, 50L), Set.of(200L)))
                .isEqualTo(Others.NOBODY);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void sees_what_this_machine_did_meanwhile() {
        try (HiccupMeter meter = HiccupMeter.start(Cores.allowed().subList(0, 1))) {
            await().until(() -> !meter.lap().cores().isEmpty());
            MachineWatch watch =
                    MachineWatch.over("tcp", List.of(), meter, HarnessProcesses.with(List.of()), 2_000_000);
            await().untilAsserted(() -> {
                MachineWatch.Seen seen = watch.seen(List.of());
                assertThat(seen.hiccupNanos().getTotalCount()).isPositive();
                Machine machine = seen.machine();
                assertThat(machine.hiccups()).hasSize(1);
                assertThat(machine.seconds()).isPositive();
                assertThat(machine.stealShare()).isBetween(0.0, 1.0);
                assertThat(machine.bystanders()).isEqualTo(Others.NOBODY);
                assertThat(machine.harnessNanos()).isPositive();
                assertThat(machine.probeNanos()).isEqualTo(2_000_000);
            });
        }
    }
}
