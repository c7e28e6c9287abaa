package anywire.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Analysis;
import anywire.bench.model.Histograms;
import anywire.bench.model.Run;
import anywire.bench.results.ResultsException.Kind;
import anywire.bench.samples.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path results;

    private final SampleRun sample = SampleRun.threeTransports().callsPerWindow(50);
    private final Run run = sample.run();
    private RunFolder folder;

    @BeforeEach
    void write() {
        folder = RunFolder.create(results, "quick", run.startedAt());
        folder.write(run, sample.histograms(), Analyst.analyse(run, sample.histograms()));
    }

    @Test
    void reads_back_what_it_wrote() {
        RunFolder.Recorded recorded = RunFolder.open(folder.path()).read();
        assertThat(recorded.run()).isEqualTo(run);
        Histograms histograms = recorded.histograms();
        assertThat(histograms.cells()).isEqualTo(sample.histograms().cells());
        for (Histograms.Cell cell : histograms.cells()) {
            assertThat(histograms.rounds(cell)).isEqualTo(sample.histograms().rounds(cell));
        }
        assertThat(Analyst.analyse(recorded.run(), histograms)).isEqualTo(Analyst.analyse(run, sample.histograms()));
    }

    @Test
    void names_a_folder_by_time_and_suite_and_never_takes_one_twice() {
        RunFolder second = RunFolder.create(results, "quick", run.startedAt());
        assertThat(folder.id()).matches("\\d{8}-\\d{6}-quick");
        assertThat(second.id()).isEqualTo(folder.id() + "-2");
        assertThat(second.logs()).isDirectory();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void points_latest_to_the_newest() throws IOException {
        assertThat(results.resolve("latest").toRealPath())
                .isEqualTo(folder.path().toRealPath());
        RunFolder second = RunFolder.create(results, "decide", run.startedAt());
        assertThat(results.resolve("latest").toRealPath())
                .isEqualTo(second.path().toRealPath());
    }

    @Test
    void a_suite_with_a_strange_name_stays_inside_the_results() {
        RunFolder strange = RunFolder.create(results, "../../mine and yours", run.startedAt());
        assertThat(strange.path().getParent()).isEqualTo(results);
    }

    @Test
    void a_name_with_strange_signs_comes_back() {
        Histogram one = Histograms.empty();
        one.recordValue(1_234);
        Histograms.Cell cell = new Histograms.Cell("a@b/c d\u00e9, 1", "x.y+z", Histograms.Clock.ACTUAL);
        Histograms histograms = new Histograms();
        histograms.add(cell, 7, one);
        folder.write(run, histograms);
        assertThat(folder.read().histograms().of(cell, 7)).contains(one);
    }

    @Test
    void a_missing_folder_and_one_that_is_no_result_are_told_apart() throws IOException {
        assertFails(() -> RunFolder.open(results.resolve("nowhere")), Kind.NO_RESULT, "no such folder: ");
        assertFails(() -> RunFolder.open(results), Kind.NO_RESULT, "has no run.json");
        Path file = Files.writeString(results.resolve("file"), "");
        assertFails(() -> RunFolder.open(file), Kind.NO_RESULT, "is no folder");
    }

    @Test
    void a_run_of_another_version_is_refused() throws IOException {
        edit("\"schema\" : " + Run.SCHEMA + ",", "\"schema\" : 9,");
        assertFails(folder::read, Kind.UNREADABLE, "has schema 9", "reads schema " + Run.SCHEMA);
        edit("\"schema\" : 9,", "\"schema\" : 4,");
        assertFails(
                folder::read,
                Kind.UNREADABLE,
                "has schema 4; this version of anywire reads schema 5: read it with the version that wrote it");
    }

    @Test
    void another_json_is_no_result() throws IOException {
        Files.writeString(folder.path().resolve("run.json"), "{\"name\": \"left-pad\"}");
        assertFails(folder::read, Kind.NO_RESULT, "no schema number");
        Files.writeString(folder.path().resolve("run.json"), "[1, 2]");
        assertFails(folder::read, Kind.NO_RESULT, "no schema number");
        Files.writeString(folder.path().resolve("run.json"), "");
        assertFails(folder::read, Kind.NO_RESULT, "no schema number");
    }

    @Test
    void broken_json_names_the_line() throws IOException {
        edit("\"incomplete\" : \"\",", "\"incomplete\" : ,");
        assertFails(folder::read, Kind.UNREADABLE, "broken or truncated, line 6");
    }

    @Test
    void a_component_that_is_missing_misspelt_or_misshapen_is_named() throws IOException {
        edit("\"governor\"", "\"govern\"");
        assertFails(folder::read, Kind.UNREADABLE, "govern", "environment");
        edit("\"govern\"", "\"governor\"");
        edit("\"window\" : \"600ms\"", "\"window\" : \"soon\"");
        assertFails(folder::read, Kind.UNREADABLE, "a time is a number", "suite.window");
        edit("\"window\" : \"soon\"", "\"window\" : null");
        assertFails(folder::read, Kind.UNREADABLE, "suite.window");
    }

    @Test
    void wherever_run_json_is_cut_off_it_fails_with_one_line() throws IOException {
        Path file = folder.path().resolve("run.json");
        byte[] whole = Files.readAllBytes(file);
        for (int end = 1; end < whole.length - 2; end += 1 + whole.length / 60) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertFails(folder::read, Kind.UNREADABLE, "run.json");
        }
    }

    @Test
    void wherever_a_histogram_log_is_cut_off_it_fails_with_one_line() throws IOException {
        Path file = folder.path().resolve("authenticate@tcp.hlog");
        byte[] whole = Files.readAllBytes(file);
        int lastIntended = new String(whole, StandardCharsets.UTF_8).indexOf("Tag=1.ACTUAL");
        for (int end = 0; end < lastIntended - 1; end += 1 + lastIntended / 60) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertFails(this::readAll, Kind.UNREADABLE, "authenticate@tcp.hlog");
        }
    }

    @Test
    void a_foreign_or_missing_histogram_log_is_named() throws IOException {
        Path tcp = folder.path().resolve("authenticate@tcp.hlog");
        String text = Files.readString(tcp);
        Files.writeString(tcp, text.replace("Tag=3.INTENDED", "Tag=mine"));
        assertFails(this::readAll, Kind.UNREADABLE, "authenticate@tcp.hlog", "'mine'");
        Files.writeString(tcp, text.replace("Tag=3.INTENDED", "Tag=3.MOON"));
        assertFails(this::readAll, Kind.UNREADABLE, "authenticate@tcp.hlog");
        Files.writeString(tcp, "time,latency\n1,2\n");
        assertFails(this::readAll, Kind.UNREADABLE, "not a histogram log");
        Files.delete(tcp);
        assertFails(this::readAll, Kind.UNREADABLE, "authenticate@tcp.hlog", "round 1");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_told_in_one_line_and_keeps_what_was_written_before() throws IOException {
        Files.createSymbolicLink(folder.path().resolve(".run.json.part"), Path.of("/dev/full"));
        assertFails(() -> folder.write(run, new Histograms()), Kind.UNWRITABLE, "run.json: No space left on device");
        assertThat(folder.read().run()).isEqualTo(run);
        assertThat(folder.path().resolve(".run.json.part")).doesNotExist();
    }

    @Test
    void results_that_cannot_be_made_are_told_in_one_line() throws IOException {
        Path file = Files.writeString(results.resolve("file"), "");
        assertFails(
                () -> RunFolder.create(file.resolve("results"), "quick", run.startedAt()),
                Kind.UNWRITABLE,
                "can't write ");
    }

    /** As an analysis does. */
    private void readAll() {
        RunFolder.Recorded recorded = folder.read();
        Analysis unused = Analyst.analyse(recorded.run(), recorded.histograms());
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.path().resolve("run.json");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void assertFails(ThrowingCallable call, Kind kind, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ResultsException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageNotContainingAny("\n")
                .message()
                .contains(parts);
    }
}
