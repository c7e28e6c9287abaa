package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.CalibrationReport;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.samples.SampleCalibration;
import org.junit.jupiter.api.Test;

class CalibrationTableTest {
    private static final Machine MACHINE = new Machine("CPU", 2, "6.1", "halt", "JDK 17", "0.1.0");

    @Test
    void shows_truth_measured_bias_bound_and_verdict_in_ascii() {
        CalibrationReport report = SampleCalibration.of(MACHINE, 2.01e6);
        assertThat(CalibrationTable.lines(report))
                .containsExactly(
                        "known delay",
                        "                    truth  measured      bias    bound",
                        "  constant, p50  2,000 us  2,001 us  +1.00 us  40.0 us  holds",
                        "  constant, p99  2,000 us  2,010 us  +10.0 us  40.0 us  holds",
                        "",
                        "own limit",
                        "                truth  measured  bias  bound",
                        "  highest rate         90,000/s",
                        "",
                        "All 2 figures are within their bounds.");
    }

    @Test
    void says_of_a_figure_that_is_off_what_is_known_of_it() {
        assertThat(CalibrationTable.lines(SampleCalibration.of(MACHINE, 2.05e6)))
                .contains(
                        "  off: constant, p99: why",
                        "1 of 2 figures is out of bounds: what the harness says here is that far off.");
    }
}
