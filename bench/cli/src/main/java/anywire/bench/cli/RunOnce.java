package anywire.bench.cli;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.Bounds;
import anywire.bench.engine.plan.Planner;
import anywire.bench.engine.runner.Conductor;
import anywire.bench.engine.runner.Setup;
import anywire.bench.model.Analysis;
import anywire.bench.model.CalibrationReport;
import anywire.bench.model.Noise;
import anywire.bench.model.Power;
import anywire.bench.model.Progress;
import anywire.bench.model.Run;
import anywire.bench.report.Reports;
import anywire.bench.results.CalibrationFile;
import anywire.bench.results.NoiseFile;
import anywire.bench.results.PowerFile;
import anywire.bench.results.ResultsException;
import anywire.bench.results.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run from its plan to its report. The folder is a valid result after every generation, whatever comes then. */
final class RunOnce {
    private final Path results;
    private final List<String> commandLine;
    private final Set<String> dispensable;

    RunOnce(Path results, List<String> commandLine) {
        this(results, commandLine, Set.of());
    }

    /** @param dispensable rows that may fail on the way without ending the run */
    RunOnce(Path results, List<String> commandLine, Set<String> dispensable) {
        this.results = results;
        this.dispensable = Set.copyOf(dispensable);
        this.commandLine = List.copyOf(commandLine);
    }

    record Outcome(Run run, Analysis analysis, Path folder) {}

    /** Takes the plan's time; interrupting the calling thread ends it early, with what was measured until then. */
    Outcome run(Planner planner, Progress progress) {
        return run(planner, List.of(), progress);
    }

    /** @param leftOut before it was planned, each one line */
    Outcome run(Planner planner, List<String> leftOut, Progress progress) {
        RunFolder folder = RunFolder.create(results, planner.first().suite().name(), Instant.now());
        Setup setup = new Setup(
                folder.id(),
                commandLine,
                folder.logs(),
                calibration(progress),
                power(progress),
                noise(progress),
                Bounds.reference(),
                dispensable,
                leftOut,
                folder::write);
        Conductor conductor = new Conductor(planner, setup, progress);
        Run run = conductor.conduct();
        Analysis analysis = Analyst.analyse(run, conductor.histograms());
        folder.write(run, conductor.histograms(), analysis);
        Reports.write(folder::writeText, run, analysis);
        return new Outcome(run, analysis, folder.path());
    }

    /** Beside the run's folder, or where it is by default; one that can't be read is as good as none. */
    private Optional<CalibrationReport> calibration(Progress progress) {
        try {
            return CalibrationFile.read(results).or(() -> CalibrationFile.read(Home.results()));
        } catch (ResultsException e) {
            progress.warn(e.getMessage() + "; anywire calibrate writes it anew");
            return Optional.empty();
        }
    }

    private Optional<Noise> noise(Progress progress) {
        try {
            return NoiseFile.read(results).or(() -> NoiseFile.read(Home.results()));
        } catch (ResultsException e) {
            progress.warn(e.getMessage() + "; anywire calibrate --noise writes it anew");
            return Optional.empty();
        }
    }

    private Optional<Power> power(Progress progress) {
        try {
            return PowerFile.read(results).or(() -> PowerFile.read(Home.results()));
        } catch (ResultsException e) {
            progress.warn(e.getMessage() + "; anywire calibrate --power writes it anew");
            return Optional.empty();
        }
    }
}
