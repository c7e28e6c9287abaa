package anywire.host;

import static anywire.host.Ticking.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.host.Freezer.Means;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledOnOs(OS.LINUX)
class FreezerTest {
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

    private static Freezer open(Means means) {
        Freezer freezer = Freezer.open(means);
        if (freezer.means() != means) {
            freezer.close();
        }
        assumeThat(freezer.means()).as(Freezer.obstacle()).isEqualTo(means);
        return freezer;
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void a_frozen_group_stands_still_while_others_go_on_and_goes_on_once_it_is_thawed(Means means) throws Exception {
        try (Freezer freezer = open(means)) {
            freezer.enrol("http (okhttp)/1", List.of(shells.start("one")));
            freezer.enrol("amq", List.of(shells.start("other")));

            freezer.freeze("http (okhttp)/1");
            assertThat(freezer.frozen("http (okhttp)/1")).isTrue();
            assertThat(freezer.frozen("amq")).isFalse();
            stands_still_beside("one", "other");

            freezer.thaw("http (okhttp)/1");
            assertThat(freezer.frozen("http (okhttp)/1")).isFalse();
            shells.awaitTicks("one", SOME);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void descendants_are_frozen_too_also_those_forked_after_enrolment(Means means) throws Exception {
        try (Freezer freezer = open(means)) {
            long pid = shells.start("one");
            shells.fork("one");
            freezer.enrol("row", List.of(pid));
            shells.fork("one.child");
            shells.start("other");

            freezer.freeze("row");

            stands_still_beside("one", "other");
            stands_still_beside("one.child", "other");
            stands_still_beside("one.child.child", "other");
            freezer.thaw("row");
            shells.awaitTicks("one.child.child", SOME);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void who_joins_a_frozen_group_is_frozen_with_it(Means means) throws Exception {
        try (Freezer freezer = open(means)) {
            shells.start("other");
            freezer.enrol("row", List.of(shells.start("one")));
            freezer.freeze("row");

            freezer.enrol("row", List.of(shells.start("two")));

            stands_still_beside("two", "other");
            freezer.thaw("row");
            shells.awaitTicks("one", SOME);
            shells.awaitTicks("two", SOME);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void a_java_process_with_all_its_threads_stands_still_many_times(Means means) throws Exception {
        try (Freezer freezer = open(means)) {
            long pid = shells.start(
                    JvmFlags.executable(), "-cp", FreezingHarness.classPath(), FreezingHarness.Busy.class.getName());
            patiently().until(() -> Spent.cpuNanosOf(pid) > 100_000_000);
            freezer.enrol("row", List.of(pid));
            shells.start("other");

            for (int time = 0; time < 10; time++) {
                freezer.freeze("row");
                // A thread that the kernel counts as frozen may have some microseconds to go to the core's next task.
                shells.awaitTicks("other", 1);
                long used = Spent.cpuNanosOf(pid);
                shells.awaitTicks("other", 1);
                assertThat(Spent.cpuNanosOf(pid)).isEqualTo(used);
                freezer.thaw("row");
                patiently().until(() -> Spent.cpuNanosOf(pid) > used);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void closing_thaws_all_and_leaves_neither_cgroups_nor_a_watchdog(Means means) throws Exception {
        Freezer freezer = open(means);
        long watchdog = freezer.watchdogPid();
        freezer.enrol("one", List.of(shells.start("one")));
        freezer.enrol("two", List.of(shells.start("two")));
        freezer.freeze("one");
        freezer.freeze("two");

        freezer.close();
        freezer.close();

        shells.awaitTicks("one", SOME);
        shells.awaitTicks("two", SOME);
        assertThat(ProcessHandle.of(watchdog)).isEmpty();
        assertThat(ownCgroups()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void a_forgotten_group_runs_and_its_name_is_free(Means means) throws Exception {
        try (Freezer freezer = open(means)) {
            freezer.enrol("row", List.of(shells.start("old")));
            freezer.freeze("row");

            freezer.forget("row");
            freezer.forget("row");

            shells.awaitTicks("old", SOME);
            freezer.enrol("row", List.of(shells.start("new")));
            freezer.freeze("row");
            stands_still_beside("new", "old");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void members_that_have_ended_are_no_obstacle(Means means) throws Exception {
        try (Ticking survivors = new Ticking(folder);
                Freezer freezer = open(means)) {
            long ended = shells.start("ended");
            long later = shells.start("later");
            long stays = survivors.start("stays");
            freezer.enrol("row", List.of(later, stays));
            shells.close();
            freezer.enrol("row", List.of(ended));

            freezer.freeze("row");

            shells.start("other");
            stands_still_beside("stays", "other");
            freezer.thaw("row");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void an_interrupt_is_kept_and_disturbs_nothing(Means means) throws Exception {
        try (Freezer freezer = open(means)) {
            long pid = shells.start("one");
            shells.start("other");
            Thread.currentThread().interrupt();
            freezer.enrol("row", List.of(pid));
            freezer.freeze("row");
            assertThat(Thread.interrupted()).isTrue();

            stands_still_beside("one", "other");
            Thread.currentThread().interrupt();
            freezer.thaw("row");
            assertThat(Thread.interrupted()).isTrue();
            shells.awaitTicks("one", SOME);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void a_watchdog_that_was_killed_has_a_successor_that_knows_it_all(Means means) throws Exception {
        Freezer freezer = open(means);
        try {
            freezer.enrol("one", List.of(shells.start("one")));
            freezer.enrol("two", List.of(shells.start("two")));
            freezer.freeze("two");
            kill(freezer.watchdogPid());

            freezer.freeze("one");
            freezer.thaw("two");

            shells.awaitTicks("two", SOME);
            stands_still_beside("one", "two");
            freezer.abandon();
            patiently().until(() -> shells.processes().isEmpty());
        } finally {
            freezer.close();
        }
    }

    @Test
    void where_the_cgroup_fails_signals_are_sent() throws Exception {
        try (Freezer freezer = open(Means.CGROUP)) {
            long pid = shells.start("one");
            shells.start("other");
            freezer.enrol("row", List.of(pid));
            Path cgroup = ownCgroups().get(0).resolve("2-row");
            assertThat(Cgroup.at(cgroup).members()).contains(pid);
            Cgroup back = Cgroup.at(CgroupMount.own());
            // One that it lists may have ended.
            patiently().ignoreExceptions().until(() -> {
                for (ProcStat each : shells.processes()) {
                    back.add(each.id());
                }
                return Cgroup.at(cgroup).remove();
            });

            freezer.freeze("row");

            // Waiting in the kernel, if it was just starting a child.
            assertThat(ProcStat.of(pid).orElseThrow().state()).isIn('T', 'D');
            stands_still_beside("one", "other");
            freezer.thaw("row");
            shells.awaitTicks("one", SOME);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CGROUP", "SIGNAL"})
    void what_can_not_be_meant_is_refused(Means means) {
        try (Freezer freezer = open(means)) {
            assertThatThrownBy(() -> freezer.freeze("nobody")).hasMessageContaining("nobody");
            assertThatThrownBy(() ->
                            freezer.enrol("row", List.of(ProcessHandle.current().pid())))
                    .hasMessageContaining("itself");
            freezer.thaw("nobody");
            assertThat(freezer.frozen("nobody")).isFalse();
        }
    }

    @Test
    void what_is_available_says_why_it_is_not_better_and_leaves_nothing() throws Exception {
        assertThat(Freezer.available()).isNotEqualTo(Means.NONE);
        assertThat(Freezer.obstacle().isEmpty()).isEqualTo(Freezer.available() == Means.CGROUP);
        if (Freezer.available() == Means.CGROUP) {
            assertThat(ownCgroups()).isEmpty();
        }
    }

    private void stands_still_beside(String frozen, String running) throws IOException {
        long before = shells.ticks(frozen);
        shells.awaitTicks(running, SOME);
        assertThat(shells.ticks(frozen)).isEqualTo(before);
    }

    private static List<Path> ownCgroups() throws IOException {
        if (Freezer.available() != Means.CGROUP) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(CgroupMount.own())) {
            String ours = "anywire-" + ProcessHandle.current().pid() + "-";
            return all.filter(path -> path.getFileName().toString().startsWith(ours))
                    .toList();
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        patiently().until(() -> ProcessHandle.of(pid).isEmpty());
    }
}
