package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Run;
import anywire.bench.samples.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path results;

    private String a;
    private Path b;

    @BeforeEach
    void write() {
        a = Recorded.in(results, SampleRun.threeTransports().spread(0.02, 0.02)).toString();
        b = Recorded.in(
                results,
                SampleRun.of("inproc", 8)
                        .and("http", 100)
                        .and("tcp", 90)
                        .spread(0.02, 0.02)
                        .seed(8));
    }

    @Test
    void prints_what_became_slower_and_what_that_is_worth_and_ends_well() {
        Said said = Said.by("compare", a, b.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("A  20260301-141530-quick, began 2026-03-01T14:15:30Z, anywire 0.1.0, commit 0123abc")
                .contains("warn  other seed: A 7; B 8")
                .contains("authenticate, open, 1,000/s (Poisson)")
                .containsPattern("(?m)^  tcp +p50 +5\\d\\.\\d us +\\d\\d\\.\\d us +1\\.\\d\\d \\(.*slower$")
                .containsPattern("(?m)^  http \\(okhttp\\) +p90 ")
                .containsPattern("(?m)^Floor socket, with no transport on it: B to A (1\\.0|0\\.9)\\d ")
                .doesNotContain("NaN");
        assertThat(said.out().lines())
                .filteredOn(line -> line.contains("drift"))
                .singleElement()
                .asString()
                .contains("only rounds of one run make a fair comparison");
    }

    @Test
    void runs_with_nothing_in_common_are_one_line_and_exit_code_2() {
        Path other = Recorded.in(results, SampleRun.threeTransports().scenarios(SampleRun.ONE_IN_FLIGHT));

        assertFails(2, Said.by("compare", a, other.toString()), "no scenario in common: A has authenticate; B has");
    }

    @Test
    void a_run_of_another_version_is_one_line_and_no_half_result() throws IOException {
        Path json = b.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("\"schema\" : " + Run.SCHEMA + ",", "\"schema\" : 9,"));

        assertFails(1, Said.by("compare", a, b.toString()), "has schema 9");
        assertFails(1, Said.by("compare", b.toString(), a), "has schema 9");
    }

    @Test
    void a_truncated_histogram_log_is_one_line_and_no_half_result() throws IOException {
        Path log = b.resolve("authenticate@tcp.hlog");
        byte[] whole = Files.readAllBytes(log);
        int second = new String(whole, StandardCharsets.UTF_8).indexOf("Tag=2.INTENDED");
        Files.write(log, Arrays.copyOf(whole, second + 40));

        assertFails(1, Said.by("compare", a, b.toString()), "authenticate@tcp.hlog");
    }

    @Test
    void a_foreign_histogram_log_is_one_line_and_no_half_result() throws IOException {
        Files.writeString(b.resolve("mine@tcp.hlog"), "time,latency\n1,2\n");

        assertFails(1, Said.by("compare", a, b.toString()), "mine@tcp.hlog is not from this run");
    }

    private static void assertFails(int exit, Said said, String part) {
        assertThat(said.errLines())
                .singleElement()
                .asString()
                .startsWith("anywire: ")
                .contains(part);
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.out()).isEmpty();
    }
}
