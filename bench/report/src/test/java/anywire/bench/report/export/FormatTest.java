package anywire.bench.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Action;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Window;
import anywire.bench.samples.SampleRun;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {
    private static final int GENERATIONS = 2;
    private static final int ROUNDS = 3;
    private static final int ROWS_AND_CLOCKS = 3 * 3;

    private final SampleRun sample = SampleRun.threeTransports()
            .callsPerWindow(50)
            .generations(GENERATIONS)
            .rounds(ROUNDS);

    private final Run run = sample.run();

    @Test
    void a_csv_has_a_row_for_each_transport_round_and_clock() {
        List<String> lines = csv().lines().toList();
        assertThat(lines).hasSize(1 + ROWS_AND_CLOCKS * GENERATIONS * ROUNDS);
        assertThat(lines.get(0))
                .isEqualTo("scenario,transport,generation,round,clock,count,p50Nanos,p90Nanos,p99Nanos,p999Nanos,"
                        + "maxNanos,meanNanos,perSecond");
        Window tcp = run.generations().get(1).windows().stream()
                .filter(w -> w.transport().equals("tcp") && w.round() == 5)
                .findFirst()
                .orElseThrow();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("authenticate,tcp,2,5,intended,"))
                .singleElement()
                .asString()
                .startsWith("authenticate,tcp,2,5,intended,50," + tcp.intended().p50Nanos() + ","
                        + tcp.intended().p90Nanos() + ",")
                .endsWith(",1000.0");
    }

    @Test
    void every_line_of_a_csv_ends_as_rfc_4180_says() {
        assertThat(csv().split("\r\n", -1))
                .hasSize(1 + ROWS_AND_CLOCKS * GENERATIONS * ROUNDS + 1)
                .noneMatch(line -> line.contains("\n"));
    }

    @Test
    void a_csv_quotes_what_would_break_it() {
        assertThat(Csv.quoted("plain name")).isEqualTo("plain name");
        assertThat(Csv.quoted("a, b")).isEqualTo("\"a, b\"");
        assertThat(Csv.quoted("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(Csv.quoted("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @Test
    void json_lines_are_the_same_rows() {
        List<String> rows = csv().lines().skip(1).toList();
        List<JsonNode> objects = ExportFormat.JSONL
                .files(run, sample.histograms())
                .getOrDefault("measurements.jsonl", "")
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(objects).hasSameSizeAs(rows);
        assertThat(objects.get(0).propertyNames())
                .containsExactly(csv().lines().findFirst().orElseThrow().split(","));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode object = objects.get(i);
            assertThat(rows.get(i))
                    .startsWith(object.path("scenario").asString() + ","
                            + object.path("transport").asString() + ","
                            + object.path("generation").asInt() + ","
                            + object.path("round").asInt() + ",")
                    .contains("," + object.path("p50Nanos").asLong() + ",");
        }
    }

    @Test
    void percentiles_are_of_all_rounds_in_microseconds() {
        Map<String, String> files = ExportFormat.PERCENTILES.files(run, sample.histograms());
        assertThat(files)
                .containsOnlyKeys(
                        "authenticate@http.actual.hgrm",
                        "authenticate@http.hiccup.hgrm",
                        "authenticate@http.intended.hgrm",
                        "authenticate@inproc.actual.hgrm",
                        "authenticate@inproc.hiccup.hgrm",
                        "authenticate@inproc.intended.hgrm",
                        "authenticate@tcp.actual.hgrm",
                        "authenticate@tcp.hiccup.hgrm",
                        "authenticate@tcp.intended.hgrm");
        Histogram merged = Histograms.empty();
        sample.histograms()
                .rounds(new Cell("authenticate", "tcp", Clock.INTENDED))
                .values()
                .forEach(merged::add);
        assertThat(files.get("authenticate@tcp.intended.hgrm"))
                .contains("Total count    =          300")
                .contains(String.format("%.3f", merged.getMaxValue() / 1_000.0));
    }

    @Test
    void a_floor_has_rows_of_its_own() {
        Histogram one = Histograms.empty();
        one.recordValue(14_000);
        sample.histograms().add(new Cell("floor", "socket", Clock.ACTUAL), 1, one);
        assertThat(csv()).containsPattern("(?m)^floor,socket,1,1,actual,1,140\\d\\d,.*,1000\\.0");
    }

    @Test
    void a_strange_name_stays_inside_the_folder_and_the_column() {
        Scenario strange = new Scenario(
                "../up, \"and\" away", Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, 1_000, 0), true);
        SampleRun other = SampleRun.of("tcp", 52).scenarios(strange);
        Run there = other.run();
        assertThat(ExportFormat.PERCENTILES.files(there, other.histograms()).keySet())
                .allMatch(name -> !name.contains("/") && name.endsWith(".hgrm"));
        assertThat(ExportFormat.CSV.files(there, other.histograms()).get("measurements.csv"))
                .contains("\r\n\"../up, \"\"and\"\" away\",tcp,1,1,intended,");
    }

    @Test
    void a_run_without_a_measurement_gives_no_file() {
        SampleRun none = SampleRun.threeTransports().generations(0);
        Run empty = none.run();
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(format.files(empty, none.histograms())).isEmpty();
        }
    }

    private String csv() {
        return ExportFormat.CSV.files(run, sample.histograms()).getOrDefault("measurements.csv", "");
    }
}
