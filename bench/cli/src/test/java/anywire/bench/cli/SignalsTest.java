package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.results.RunFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What signals do to a whole process and to those that it started. */
@EnabledOnOs(OS.LINUX)
class SignalsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    @NeedsInterrupts
    void ctrl_c_ends_a_run_with_130_and_leaves_a_result_and_no_child() throws Exception {
        try (AnywireProcess anywire = run()) {
            List<ProcessHandle> children = children(anywire);

            anywire.kill("INT");

            assertThat(anywire.exit()).isEqualTo(130);
            assertThat(anywire.said()).contains("interrupted in generation");
            assertThat(RunFolder.open(latest()).read().run().incomplete()).startsWith("interrupted");
            await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void a_killed_run_leaves_a_result_and_no_child() throws Exception {
        try (AnywireProcess anywire = run()) {
            List<ProcessHandle> children = children(anywire);

            anywire.kill("KILL");

            await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(RunFolder.open(latest()).read().run().complete()).isFalse();
            assertThat(Said.by("report", latest().toString()).exit()).isZero();
        }
    }

    @Test
    @NeedsInterrupts
    void ctrl_c_ends_what_serves() throws Exception {
        try (AnywireProcess anywire = AnywireProcess.start(folder, "serve", "all", "--transport", "tcp")) {
            await().atMost(PATIENCE)
                    .until(() -> anywire.said().contains("serving auth, storage, follow, notify at tcp"));

            anywire.kill("INT");

            assertThat(anywire.exit()).isEqualTo(130);
        }
    }

    private AnywireProcess run() throws Exception {
        String suite = TinySuite.in(folder).toString();
        return AnywireProcess.start(
                folder,
                "run",
                suite,
                "--generations",
                "50",
                "--results",
                results().toString());
    }

    private static List<ProcessHandle> children(AnywireProcess anywire) {
        await().atMost(PATIENCE).until(() -> !anywire.children().isEmpty());
        return anywire.children();
    }

    private Path results() {
        return folder.resolve("results");
    }

    private Path latest() {
        return results().resolve("latest");
    }
}
