package anywire.bench.samples;

import anywire.bench.model.CalibrationReport;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import java.time.Instant;
import java.util.List;

/** A calibration of three figures. */
public final class SampleCalibration {
    private SampleCalibration() {}

    /** @param constantNanos what a known 2 ms came out as, where 40 us are the bound */
    public static CalibrationReport of(Machine machine, double constantNanos) {
        return new CalibrationReport(
                CalibrationReport.SCHEMA,
                Instant.parse("2026-03-01T09:00:00Z"),
                201.5,
                machine,
                List.of(
                        CalibrationRow.judged("known delay", "constant, p50", Unit.NANOS, 2e6, 2.001e6, 40_000, ""),
                        CalibrationRow.judged(
                                "known delay", "constant, p99", Unit.NANOS, 2e6, constantNanos, 40_000, "why"),
                        CalibrationRow.shown("own limit", "highest rate", Unit.PER_SECOND, 0, 90_000, "")));
    }
}
