package anywire.bench.engine.runner;

import anywire.bench.model.CalibrationReport;
import anywire.bench.model.Environment;
import anywire.bench.model.Histograms;
import anywire.bench.model.JudgedBy;
import anywire.bench.model.Noise;
import anywire.bench.model.Power;
import anywire.bench.model.Run;
import anywire.bench.model.TrustBounds;
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
 * @param noise that the run will cite, and be judged by if it is of this very machine
 * @param bounds of trust, where there is none
 * @param dispensable rows without which a run goes on if they fail on the way: transports that were added to it
 * @param leftOut what of the suite was left out before it was planned, each one line
 * @param save given all that has been measured, after each generation: so that nothing is lost
 */
public record Setup(
        String id,
        List<String> commandLine,
        Path logs,
        Optional<CalibrationReport> calibration,
        Optional<Power> power,
        Optional<Noise> noise,
        TrustBounds bounds,
        Set<String> dispensable,
        List<String> leftOut,
        BiConsumer<Run, Histograms> save) {
    /** In these surroundings. */
    JudgedBy judgedBy(Environment here) {
        return noise.map(its -> its.citedIn(here, bounds)).orElseGet(() -> JudgedBy.reference(bounds));
    }
}
