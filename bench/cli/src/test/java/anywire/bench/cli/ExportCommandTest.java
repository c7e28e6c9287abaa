package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.samples.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path results;

    @Test
    void files_go_beside_the_run_and_are_named() {
        Path run = Recorded.in(results, SampleRun.threeTransports());

        Said said = Said.by("export", run.toString(), "--format", "csv");

        Path csv = run.resolve("export/measurements.csv");
        assertThat(said).isEqualTo(new Said(0, "wrote  " + Home.shown(csv) + System.lineSeparator(), ""));
        assertThat(csv).isNotEmptyFile();
    }

    @Test
    void files_go_where_they_are_asked_to() throws IOException {
        Path run = Recorded.in(results, SampleRun.threeTransports().incomplete("interrupted"));
        Path out = results.resolve("made/for/it");

        Said said = Said.by("export", run.toString(), "--format", "percentiles", "--out", out.toString());

        assertThat(said.out()).startsWith("incomplete: interrupted").contains("authenticate@tcp.intended.hgrm");
        assertThat(out.resolve("authenticate@tcp.intended.hgrm")).content().contains("Percentile", "#[Mean");
        assertThat(run.resolve("export")).doesNotExist();
    }

    @Test
    void a_run_without_a_measurement_is_one_line_and_no_file() {
        Path run =
                Recorded.in(results, SampleRun.threeTransports().generations(0).incomplete("interrupted"));

        Said said = Said.by("export", run.toString(), "--format", "jsonl");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errLines()).singleElement().asString().endsWith("nothing was measured");
        assertThat(run.resolve("export")).doesNotExist();
    }

    @Test
    void a_folder_that_can_not_be_written_is_one_line_and_exit_code_1() throws IOException {
        Path run = Recorded.in(results, SampleRun.threeTransports());
        Path file = Files.writeString(results.resolve("taken"), "");

        Said said = Said.by("export", run.toString(), "--format", "csv", "--out", file.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errLines()).singleElement().asString().contains("can't write");
    }

    @Test
    void an_unknown_format_is_wrong_usage() {
        Said said = Said.by("export", results.toString(), "--format", "xml");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--format", "CSV, JSONL, PERCENTILES", "'xml'");
    }
}
