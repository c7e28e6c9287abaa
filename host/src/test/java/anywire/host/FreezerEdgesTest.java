package anywire.host;

import static anywire.host.Ticking.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.host.Freezer.Means;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What others left behind, who is no longer who he was, and no means at all. */
@EnabledOnOs(OS.LINUX)
class FreezerEdgesTest {
    /** Enough for whoever does not stand still to be seen. */
    private static final int SOME = 5;

    @TempDir
    private Path folder;

    private Ticking shells;

    @BeforeEach
    void prepare() {
        shells = new Ticking(folder);
    }

    @AfterEach
    void leave_no_process() {
        shells.close();
    }

    @Test
    void what_a_dead_harness_and_its_dead_watchdog_left_frozen_is_thawed_by_the_next() throws Exception {
        assumeThat(Freezer.available()).as(Freezer.obstacle()).isEqualTo(Means.CGROUP);
        // Apart from where others would see to it.
        Path apart = CgroupMount.own()
                .resolve("freezer-test-" + ProcessHandle.current().pid());
        Path tree = Files.createDirectories(apart.resolve("anywire-4194304-1-1"));
        try {
            Cgroup stale = Cgroup.make(tree.resolve("1-row"));
            stale.add(shells.start("one"));
            assertThat(stale.freeze(Duration.ofSeconds(60))).isTrue();

            CgroupTree.removeStale(apart);

            shells.awaitTicks("one", SOME);
            assertThat(tree).doesNotExist();
        } finally {
            CgroupTree.removeStale(apart);
            shells.close();
            patiently().until(Cgroup.at(apart)::remove);
        }
    }

    @Test
    void a_later_process_of_the_same_id_is_left_alone() throws Exception {
        long pid = shells.start("one");
        KnownProcess earlier =
                new KnownProcess(pid, ProcStat.of(pid).orElseThrow().startTicks() - 1);
        long child = shells.start("sh", "-c", "read nothing");
        KnownProcess known = ProcStat.of(child).orElseThrow().known();
        Watchdog watchdog = Watchdog.start();

        watchdog.stop(List.of(earlier, known));
        patiently().until(() -> ProcStat.of(child).orElseThrow().stopped());
        shells.awaitTicks("one", SOME);

        watchdog.abandon();
        patiently().until(() -> ProcessHandle.of(watchdog.pid()).isEmpty());
        assertThat(ProcessHandle.of(child)).isEmpty();
        shells.awaitTicks("one", SOME);
    }

    @Test
    void nothing_is_done_where_there_are_no_means() throws Exception {
        try (Freezer freezer = Freezer.open(Means.NONE)) {
            freezer.enrol("row", List.of(shells.start("one")));
            freezer.freeze("row");

            assertThat(freezer.frozen("row")).isFalse();
            shells.awaitTicks("one", SOME);
            freezer.forget("row");
        }
    }
}
