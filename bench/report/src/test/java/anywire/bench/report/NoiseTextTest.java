package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Environment;
import anywire.bench.model.JudgedBy;
import anywire.bench.model.Noise;
import anywire.bench.results.NoiseFileTest;
import anywire.bench.samples.NoiseSample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseTextTest {
    private final Noise noise = NoiseFileTest.sample();

    @Test
    void no_line_is_longer_than_100_columns() {
        List<String> lines = NoiseText.lines(noise);
        assertThat(lines).allMatch(line -> line.length() <= 100, "at most 100 columns");
        assertThat(lines).anyMatch(line -> line.contains("not reached"));
        assertThat(lines).anyMatch(line -> line.startsWith("adversary: in step: the analysis was not misled"));
    }

    @Test
    void a_run_on_the_same_machine_is_judged_by_it_and_one_elsewhere_is_not() {
        JudgedBy here = noise.citedIn(environment("CPU"), NoiseSample.REFERENCE);
        JudgedBy elsewhere = noise.citedIn(environment("another"), NoiseSample.REFERENCE);
        assertThat(here.bounds()).isEqualTo(noise.trust());
        assertThat(elsewhere.bounds()).isEqualTo(NoiseSample.REFERENCE);
        assertThat(NoiseText.cited(here))
                .contains("on this machine of " + noise.at())
                .contains("othersSlope");
        assertThat(NoiseText.cited(elsewhere)).contains("the reference ones").contains("another CPU");
        assertThat(NoiseText.cited(JudgedBy.reference(NoiseSample.REFERENCE))).contains("anywire calibrate --noise");
    }

    private static Environment environment(String cpu) {
        return new Environment(
                cpu, 2, "6.1", "os", "none", "halt", "", "", false, "JDK 17", List.of(), "0.1.0", "", 0, Map.of());
    }
}
