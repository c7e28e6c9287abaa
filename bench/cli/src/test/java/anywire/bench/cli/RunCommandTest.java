package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Run;
import anywire.bench.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Path results;
    private String suite;

    @BeforeEach
    void write() throws IOException {
        results = folder.resolve("results");
        suite = TinySuite.in(folder).toString();
    }

    @Test
    void measures_writes_its_report_and_says_where() {
        Said said = Said.by("run", suite, "--results", results.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("2 generations of 2 rounds", "seed 141", "report  ", "next    anywire ");
        RunFolder latest = RunFolder.open(results.resolve("latest"));
        Run run = latest.read().run();
        assertThat(run.complete()).isTrue();
        assertThat(run.generations())
                .hasSize(2)
                .allSatisfy(g -> assertThat(g.windows()).hasSize(2));
        assertThat(run.commandLine()).containsExactly("anywire", "run", suite, "--results", results.toString());
        assertThat(latest.path().resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void a_report_is_drawn_again_from_the_data_alone() throws IOException {
        Said.by("run", suite, "--generations", "1", "--results", results.toString());
        Path report = results.resolve("latest/report.md");
        String drawn = Files.readString(report);
        Files.delete(report);

        assertThat(Said.by("report", results.resolve("latest").toString()).exit())
                .isZero();
        assertThat(Files.readString(report)).isEqualTo(drawn);
    }

    @Test
    void an_interrupted_run_keeps_its_folder_marked_incomplete() throws Exception {
        CompletableFuture<Said> ended = new CompletableFuture<>();
        Thread running = new Thread(
                () -> ended.complete(Said.by("run", suite, "--generations", "50", "--results", results.toString())));
        running.start();
        await().until(() -> Files.exists(results.resolve("latest/run.json")));

        running.interrupt();

        Said said = ended.get();
        running.join();
        assertThat(said.exit()).as(said.err()).isEqualTo(130);
        assertThat(said.err()).contains("anywire: incomplete: interrupted");
        assertThat(RunFolder.open(results.resolve("latest")).read().run().complete())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', HIGH, 0",
        "'', MEDIUM, 0",
        "'', LOW, 0",
        "'', BROKEN, 3",
        "'interrupted in generation 2 of 5', BROKEN, 130",
        "'generation 2 tcp server died with exit code 137', BROKEN, 1"
    })
    void how_it_ended_is_in_the_exit_code(String incomplete, Trust trust, int exitCode) {
        assertThat(ExitCodes.ofRun(incomplete, trust)).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH, HIGH, 0",
        "MEDIUM, HIGH, 3",
        "LOW, HIGH, 3",
        "HIGH, MEDIUM, 0",
        "MEDIUM, MEDIUM, 0",
        "LOW, MEDIUM, 3",
        "LOW, LOW, 0",
        "BROKEN, LOW, 3",
        "BROKEN, MEDIUM, 3"
    })
    void less_trust_than_is_required_is_exit_code_3(Trust trust, Trust required, int exitCode) {
        assertThat(ExitCodes.ofRun("", trust, required)).isEqualTo(exitCode);
        assertThat(ExitCodes.ofRun("interrupted in generation 1 of 2", trust, required))
                .isEqualTo(130);
    }

    @Test
    void results_that_can_not_be_written_are_one_line_and_exit_code_1() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        Said said = Said.by("run", suite, "--results", file.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errLines()).singleElement().asString().contains("can't write");
    }
}
