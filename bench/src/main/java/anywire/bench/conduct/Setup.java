package anywire.bench.conduct;

import anywire.bench.run.CalibrationReport;
import anywire.bench.run.Histograms;
import anywire.bench.run.Power;
import anywire.bench.run.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Around a run.
 *
 * @param id names the run: its folder's name
 * @param logs an existing folder for the processes' logs
 * @param calibration that the run will cite
 * @param power that the run will cite
 * @param dispensable rows without which a run goes on if they fail on the way: transports that were added to it
 * @param save given all that has been measured, after each block: so that nothing is lost
 * @param extension of a plan that is a pilot's only
 */
public record Setup(
        String id,
        List<String> commandLine,
        Path logs,
        Optional<CalibrationReport> calibration,
        Optional<Power> power,
        Set<String> dispensable,
        BiConsumer<Run, Histograms> save,
        Optional<Extension> extension) {}
