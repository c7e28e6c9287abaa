package anywire.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.analysis.NoiseBounds;
import anywire.bench.analysis.NoiseTable;
import anywire.bench.analysis.NoiseTrust;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Noise;
import anywire.bench.model.Noise.Adversary;
import anywire.bench.model.Noise.Bound;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.Noise.Said;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.Reason;
import anywire.bench.samples.NoiseSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class NoiseFileTest {
    @TempDir
    Path results;

    /** Of every kind; some bounds are reached and some are not. */
    public static Noise sample() {
        Instant at = Instant.parse("2026-03-01T14:15:30Z");
        List<Measured> kinds = new ArrayList<>();
        for (NoiseKind kind : NoiseKind.values()) {
            kinds.addAll(NoiseTable.of(
                    NoiseSample.rounds(
                            kind,
                            6,
                            dose -> kind == NoiseKind.COLD ? 0.4 / dose : dose / 200,
                            dose -> kind == NoiseKind.COLD ? 0.1 / dose : dose / 100,
                            pass -> 0.001 * pass),
                    at,
                    true,
                    0.06));
        }
        List<Bound> bounds =
                kinds.stream().flatMap(k -> NoiseBounds.of(k, 0.05).stream()).toList();
        Reason reason = new Reason(Reason.Code.OTHERS_UNEQUAL, Trust.LOW, "tcp-again", 0.2, 0.049, 0.1);
        Said said = new Said(Verdict.NO_VERDICT, 1.02, 0.9, 1.15, 12);
        return new Noise(
                Noise.SCHEMA,
                at,
                NoiseSample.MACHINE,
                "authenticate over tcp, 500/s, windows of 500 ms",
                kinds,
                bounds,
                List.of(new Adversary(
                        "in step", said, said, Trust.LOW, List.of(reason, reason, reason), List.of("tcp: 0.2"), true)),
                NoiseTrust.of(kinds, bounds, NoiseSample.REFERENCE));
    }

    @Test
    void reads_back_what_it_wrote() {
        Noise noise = sample();
        assertThat(noise.bounds()).anyMatch(b -> b.half().at().isEmpty());
        assertThat(noise.trust().measured()).isNotEmpty();
        assertThat(NoiseFile.read(results)).isEmpty();
        Path file = NoiseFile.write(results, noise);
        assertThat(file).isEqualTo(results.resolve("noise.json"));
        assertThat(NoiseFile.read(results)).contains(noise);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schema\" : 1 | is broken or truncated",
                "{\"schema\" : 99} | was written by another version of anywire",
                "{\"schema\" : 1} | is no noise table"
            })
    void one_that_can_not_be_read_is_one_line(String text, String complaint) throws IOException {
        Files.writeString(results.resolve("noise.json"), text);
        assertThatThrownBy(() -> NoiseFile.read(results))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("noise.json " + complaint)
                .hasMessageNotContaining("\n");
    }
}
