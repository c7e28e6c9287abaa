package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.engine.driver.DriverRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How a calibration ends early. */
@EnabledOnOs(OS.LINUX)
class CalibrateEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    @NeedsInterrupts
    void ctrl_c_ends_it_with_130_and_leaves_no_child_and_no_half_result() throws Exception {
        try (AnywireProcess anywire = calibrate()) {
            List<ProcessHandle> children = children(anywire);

            anywire.kill("INT");

            assertThat(anywire.exit()).isEqualTo(130);
            assertThat(anywire.said()).doesNotContain("\tat ");
            assertThat(folder.resolve("results/calibration.json")).doesNotExist();
            await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void a_role_that_dies_ends_it_with_one_line_and_exit_code_1() throws Exception {
        try (AnywireProcess anywire = calibrate()) {
            List<ProcessHandle> children = children(anywire);

            children.forEach(ProcessHandle::destroyForcibly);

            assertThat(anywire.exit()).isEqualTo(1);
            assertThat(anywire.said()).contains("anywire: generation 1 inproc driver died with exit code 137");
            assertThat(anywire.said()).doesNotContain("\tat ");
        }
    }

    private AnywireProcess calibrate() throws Exception {
        return AnywireProcess.start(
                folder, "calibrate", "--results", folder.resolve("results").toString());
    }

    /**
     * Once the first driver is up. What is started is its parent's double for a moment, then one tool after the other under the
     * same number: it has to be the driver when it is asked for, and not only when it was waited for.
     */
    private static List<ProcessHandle> children(AnywireProcess anywire) {
        return await().atMost(PATIENCE)
                .until(
                        () -> anywire.children().stream()
                                .filter(CalibrateEndsTest::isDriver)
                                .toList(),
                        drivers -> !drivers.isEmpty());
    }

    /** By what the kernel has of its command line: a long class path is too much for {@link ProcessHandle.Info}. */
    private static boolean isDriver(ProcessHandle process) {
        try {
            String words = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return process.info().command().filter(c -> c.endsWith("java")).isPresent()
                    && List.of(words.split("\0")).contains(DriverRole.class.getName());
        } catch (IOException e) {
            return false;
        }
    }
}
