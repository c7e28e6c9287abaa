package anywire.bench.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, from the library folder that the build filled, and every way in which it can end. */
class EndsIT {
    private static final String LIB = System.getProperty("anywire.lib");
    private static final Path SUITE = Path.of("src/test/resources/short.yaml").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void a_run_to_its_end_leaves_a_report_and_no_process() throws Exception {
        Process run = run();
        Set<ProcessHandle> children = childrenOnceThere(run);
        assertThat(run.waitFor(300, SECONDS)).isTrue();
        assertThat(run.exitValue()).as(said()).isZero();
        assertGone(children);
        assertThat(result().resolve("report.html")).isNotEmptyFile();
        assertThat(json()).contains("\"incomplete\" : \"\"");
    }

    @Test
    void killed_with_9_it_leaves_no_process_and_a_folder_that_opens() throws Exception {
        Process run = run();
        Set<ProcessHandle> children = childrenOnceThere(run);
        await().atMost(180, SECONDS).until(() -> Files.exists(results()) && hasRunJson());
        run.destroyForcibly();
        assertGone(children);
        Process report = anywire("report", result().toString());
        assertThat(report.waitFor(120, SECONDS)).isTrue();
        assertThat(report.exitValue()).as(said()).isZero();
        assertThat(Files.readString(result().resolve("report.md"))).contains("not finished yet");
    }

    @Test
    void killed_with_9_before_the_first_generation_is_over_it_leaves_no_process() throws Exception {
        Process run = run();
        Set<ProcessHandle> children = childrenOnceThere(run);
        run.destroyForcibly();
        assertGone(children);
    }

    @Test
    @NeedsInterrupts
    void ctrl_c_keeps_what_was_measured_and_exits_with_130() throws Exception {
        Process run = run();
        Set<ProcessHandle> children = childrenOnceThere(run);
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(run.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(run.waitFor(120, SECONDS)).isTrue();
        assertThat(run.exitValue()).as(said()).isEqualTo(130);
        assertGone(children);
        assertThat(json()).contains("interrupted in generation");
        assertThat(said()).doesNotContain("Exception");
    }

    @Test
    void a_driver_killed_with_9_ends_the_run_with_one_line_and_exit_code_1() throws Exception {
        Process run = run();
        Set<ProcessHandle> children = childrenOnceThere(run);
        ProcessHandle driver = children.stream()
                .filter(child -> child.info().commandLine().orElse("").contains("DriverRole"))
                .findFirst()
                .orElseThrow();
        driver.destroyForcibly();
        assertThat(run.waitFor(120, SECONDS)).isTrue();
        assertThat(run.exitValue()).as(said()).isEqualTo(1);
        assertGone(children);
        assertThat(json()).containsPattern("\"incomplete\" : \"generation 1 .* died with exit code 137");
        assertThat(said()).contains("died with exit code 137").doesNotContain("\tat ");
    }

    private Process run() throws IOException {
        return anywire("run", SUITE.toString(), "--results", results().toString());
    }

    private Process anywire(String... arguments) throws IOException {
        assertThat(LIB).as("system property anywire.lib").isNotNull();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                LIB + "/*",
                Anywire.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("said.txt").toFile()))
                .start();
    }

    /** All roles of the first generation: two of tcp, one in process, two of the floor. */
    private static Set<ProcessHandle> childrenOnceThere(Process run) {
        await().atMost(120, SECONDS).until(() -> run.descendants().count() >= 5 || !run.isAlive());
        return run.descendants().collect(Collectors.toSet());
    }

    private static void assertGone(Set<ProcessHandle> children) {
        assertThat(children).isNotEmpty();
        await().atMost(60, SECONDS).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Path results() {
        return folder.resolve("results");
    }

    private Path result() throws IOException {
        try (Stream<Path> runs = Files.list(results())) {
            return runs.filter(path -> !path.endsWith("latest")).findFirst().orElseThrow();
        }
    }

    private boolean hasRunJson() throws IOException {
        return Files.exists(result().resolve("run.json"));
    }

    private String json() throws IOException {
        return Files.readString(result().resolve("run.json"));
    }

    private String said() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("said.txt")), StandardCharsets.UTF_8);
    }
}
