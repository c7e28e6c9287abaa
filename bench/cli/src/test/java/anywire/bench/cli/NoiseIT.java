package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.model.Noise;
import anywire.bench.model.NoiseKind;
import anywire.bench.results.NoiseFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One dose of one kind. What it did to ratios is nobody's business here. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NoiseIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void one_dose_in_one_row_and_in_all_is_kept_and_no_process_is_left() throws Exception {
        try (AnywireProcess anywire = noise()) {
            List<ProcessHandle> children = children(anywire);

            assertThat(anywire.exit()).isZero();
            assertThat(anywire.said()).doesNotContain("\tat ").contains("stalls: ");
            Noise noise = NoiseFile.read(results()).orElseThrow();
            assertThat(noise.kinds()).extracting(Noise.Measured::kind).containsExactly(NoiseKind.STALLS);
            assertThat(noise.kinds().get(0).doses()).hasSize(2).allMatch(d -> d.plantedShare() > 0);
            assertThat(noise.trust().measured()).isEmpty();
            await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    @NeedsInterrupts
    void ctrl_c_ends_it_with_130_and_leaves_no_process() throws Exception {
        try (AnywireProcess anywire = noise()) {
            List<ProcessHandle> children = children(anywire);

            anywire.kill("INT");

            assertThat(anywire.exit()).isEqualTo(130);
            assertThat(anywire.said()).doesNotContain("\tat ");
            await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private Path results() {
        return folder.resolve("results");
    }

    private AnywireProcess noise() throws Exception {
        return AnywireProcess.start(
                folder,
                "calibrate",
                "--noise",
                "--kind",
                "stalls",
                "--doses",
                "1",
                "--passes",
                "2",
                "--results",
                results().toString());
    }

    /** Once the rows are up: the first one's log is there. */
    private List<ProcessHandle> children(AnywireProcess anywire) {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(results().resolve("calibration-logs/generation-1-tcp-driver.log")));
        return anywire.children().stream()
                .filter(p -> p.info().command().filter(c -> c.endsWith("java")).isPresent())
                .toList();
    }
}
