package anywire.bench.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transports of the {@code --transport-path} that do not come up cost their own rows, and no other. */
@Tag("slow")
class AddedTransportsIT {
    private static final Path SUITE = Path.of("src/test/resources/short.yaml").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void one_that_throws_and_one_that_nobody_reaches_are_named_and_the_others_measured() throws Exception {
        Path throwing = FaultyTransport.compiled(folder, "Throws");
        // In process, as it is, its server is out of reach for a driver in another process.
        Path outOfReach = FaultyTransport.compiled(folder, "Sound");
        Path results = folder.resolve("results");
        String[] run = {
            "run",
            SUITE.toString(),
            "--generations",
            "1",
            "--results",
            results.toString(),
            "--transport-path",
            throwing.toString(),
            "--transport-path",
            outOfReach.toString()
        };
        try (AnywireProcess process = AnywireProcess.built(folder, run)) {
            assertThat(process.exit())
                    .as(process.said())
                    .isIn(0, 3); // 3: a busy machine invalidated it, and it says so
            assertThat(process.said())
                    .contains("left out: a transport of " + throwing + " can't be loaded")
                    .contains("no licence found")
                    .contains("left out: faulty: does not come up: none of")
                    .doesNotContain("\tat ");
        }
        assertThat(Files.readString(results.resolve("latest").resolve("report.md")))
                .contains("faulty: does not come up")
                .contains("inproc");
    }

    @Test
    void one_that_dies_on_the_way_is_named_and_the_others_measured_to_the_end() throws Exception {
        Path results = folder.resolve("results");
        String[] run = {
            "run",
            SUITE.toString(),
            "--results",
            results.toString(),
            "--transport-path",
            Path.of("../../examples/uds").toAbsolutePath().toString()
        };
        try (AnywireProcess process = AnywireProcess.built(folder, run)) {
            // The rehearsal's processes are gone by then.
            await().atMost(120, SECONDS).until(() -> process.said().contains("generation 1 of 2"));
            await().atMost(60, SECONDS).until(() -> process.children().stream().anyMatch(AddedTransportsIT::isOfUds));
            ProcessHandle served = process.children().stream()
                    .filter(AddedTransportsIT::isOfUds)
                    .findFirst()
                    .orElseThrow();
            served.destroyForcibly();
            assertThat(process.exit()).as(process.said()).isIn(0, 3);
            assertThat(process.said())
                    .contains(
                            "left out: uds: not measured from generation 1 on: generation 1 uds",
                            "died with exit code 137")
                    .doesNotContain("\tat ");
        }
        assertThat(Files.readString(results.resolve("latest").resolve("report.md")))
                .contains("uds: not measured from generation 1 on")
                .contains("| 2 | ");
        assertThat(Files.readString(results.resolve("latest").resolve("run.json")))
                .contains("\"incomplete\" : \"\"");
    }

    private static boolean isOfUds(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("anywire-example-uds");
    }
}
