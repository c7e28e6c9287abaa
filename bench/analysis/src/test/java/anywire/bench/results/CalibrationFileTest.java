package anywire.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.model.CalibrationReport;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.samples.SampleCalibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFileTest {
    @TempDir
    Path results;

    private final CalibrationReport report =
            SampleCalibration.of(new Machine("CPU", 2, "6.1", "halt", "JDK 17", "0.1.0"), 2.01e6);

    @Test
    void reads_back_what_it_wrote() {
        assertThat(CalibrationFile.read(results)).isEmpty();
        Path file = CalibrationFile.write(results, report);
        assertThat(file).isEqualTo(results.resolve("calibration.json"));
        assertThat(CalibrationFile.read(results)).contains(report);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schema\" : 1 | is broken or truncated",
                "{\"schema\" : 99} | was written by another version of anywire",
                "{\"schema\" : 1} | is no calibration"
            })
    void one_that_can_not_be_read_is_one_line(String text, String complaint) throws IOException {
        Files.writeString(results.resolve("calibration.json"), text);
        assertThatThrownBy(() -> CalibrationFile.read(results))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("calibration.json " + complaint)
                .hasMessageNotContaining("\n");
    }
}
