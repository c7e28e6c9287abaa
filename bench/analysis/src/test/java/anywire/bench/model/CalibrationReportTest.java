package anywire.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Calibration.KnownCase;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.CalibrationRow.Verdict;
import anywire.bench.samples.SampleCalibration;
import anywire.bench.samples.SampleRun;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {
    private final Environment here = SampleRun.threeTransports().run().environment();

    @Test
    void a_figure_at_its_bound_holds_and_one_beyond_it_is_off() {
        assertThat(CalibrationRow.judged("a", "b", Unit.NANOS, 100, 90, 10, "").verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(CalibrationRow.judged("a", "b", Unit.NANOS, 100, 110.5, 10, "")
                        .verdict())
                .isEqualTo(Verdict.OFF);
        assertThat(CalibrationRow.judged("a", "b", Unit.NANOS, 100, Double.NaN, 10, "")
                        .verdict())
                .isEqualTo(Verdict.OFF);
    }

    @Test
    void is_cited_with_the_figure_that_was_furthest_off() {
        Calibration cited = SampleCalibration.of(Machine.of(here), 2.05e6).citedIn(here);
        assertThat(cited.differs()).isEmpty();
        assertThat(cited.at()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(cited.cases())
                .containsExactly(
                        new KnownCase(
                                "known delay", 2, 1, "constant, p99: 2,050 µs where 2,000 µs is true, bound 40.0 µs"),
                        new KnownCase("own limit", 0, 0, "highest rate: 90,000/s"));
        assertThat(SampleCalibration.of(Machine.of(here), 2.05e6).holds()).isFalse();
        assertThat(SampleCalibration.of(Machine.of(here), 2.01e6).holds()).isTrue();
    }

    @Test
    void says_what_was_another_machine_or_software() {
        Machine same = Machine.of(here);
        Machine other = new Machine(same.cpu(), 64, "5.4", same.idle(), "JDK 21", same.anywireVersion());
        assertThat(SampleCalibration.of(other, 2e6).citedIn(here).differs()).containsExactly("cores", "kernel", "JDK");
    }
}
