package anywire.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.host.CpuTimes.OfProcess;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CpuTimesTest {
    @Test
    void a_name_may_hold_brackets_and_spaces() {
        OfProcess odd = OfProcess.of("12 (a) (b c) S 7 1 1 0 -1 0 0 0 0 0 40 2 300 5000 20 0 1 0");
        assertThat(odd).isEqualTo(new OfProcess("a) (b c", 7, 5_342));
    }

    @Test
    void a_child_that_has_ended_counts_once_and_only_for_what_it_used_meanwhile() {
        CpuTimes before = times(Map.of(
                1L, new OfProcess("init", 0, 0),
                10L, new OfProcess("make", 1, 5),
                11L, new OfProcess("sh", 10, 20),
                12L, new OfProcess("cc", 11, 300)));
        CpuTimes after = times(Map.of(1L, new OfProcess("init", 0, 0), 10L, new OfProcess("make", 1, 5 + 20 + 310)));
        assertThat(after.ticksSince(before)).containsExactlyInAnyOrderEntriesOf(Map.of(1L, 0L, 10L, 10L));
    }

    @Test
    void a_process_that_began_meanwhile_counts_whole() {
        CpuTimes after = times(Map.of(10L, new OfProcess("make", 1, 7)));
        assertThat(after.ticksSince(times(Map.of()))).containsEntry(10L, 7L);
    }

    @Test
    void a_family_is_a_process_and_all_below_it() {
        CpuTimes times = times(Map.of(
                10L, new OfProcess("java", 1, 0),
                11L, new OfProcess("java", 10, 0),
                12L, new OfProcess("sh", 11, 0),
                20L, new OfProcess("bash", 1, 0)));
        assertThat(times.family(10)).containsExactlyInAnyOrder(10L, 11L, 12L);
    }

    @Test
    void shares_are_of_all_cores() {
        CpuTimes before = new CpuTimes(1_000, 500, 10, Map.of());
        CpuTimes after = new CpuTimes(1_200, 620, 20, Map.of());
        assertThat(after.stolenShareSince(before)).isEqualTo(0.05);
        assertThat(after.busyShareSince(before)).isEqualTo(0.35);
        assertThat(after.shareSince(before, 20)).isEqualTo(0.1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void sees_a_process_at_work_and_knows_whose_child_it_is() throws IOException {
        CpuTimes before = CpuTimes.now();
        Process burner = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try {
            await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
                CpuTimes now = CpuTimes.now();
                assertThat(now.ticksSince(before).getOrDefault(burner.pid(), 0L))
                        .isGreaterThanOrEqualTo(3);
                assertThat(now.name(burner.pid())).isEqualTo("sh");
                assertThat(now.family(ProcessHandle.current().pid())).contains(burner.pid());
                assertThat(now.ofKernel(burner.pid())).isFalse();
            });
        } finally {
            burner.destroyForcibly();
        }
    }

    private static CpuTimes times(Map<Long, OfProcess> processes) {
        return new CpuTimes(0, 0, 0, processes);
    }
}
