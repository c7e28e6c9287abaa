package anywire.bench.cli;

import anywire.bench.engine.calibrate.Calibrator;
import anywire.bench.engine.calibrate.NoiseExperiment;
import anywire.bench.model.CalibrationReport;
import anywire.bench.model.Power;
import anywire.bench.report.CalibrationTable;
import anywire.bench.report.PowerText;
import anywire.bench.results.CalibrationFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "calibrate",
        description = "Measures what is known, and says how far off the harness is. Later runs cite it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every figure is within its bound",
            "1:failed while running",
            "2:wrong usage",
            "3:a figure is out of bounds, or an adversary misled the analysis; the table says which",
            "130:interrupted; an earlier calibration is kept, and of --noise what was measured"
        },
        footerHeading = "%nWhat is known:%n",
        footer = {
            "  a delay      what a responder waited, by its own clock",
            "  a queue      what follows from when calls came in",
            "  a stall      what follows from how long a process stood still",
            "  losses       calls that were dropped, doubled and swapped on purpose",
            "  And, for the record, the highest rate at which the driver itself is on time."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final int POWER_GENERATIONS = 120;
    private static final int MAX_GENERATIONS = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description = "Where calibration.json goes. Default: results, beside the launcher.")
    private Path results = Home.results();

    @Option(
            names = "--power",
            description =
                    "Measure instead what size of difference runs find here. Takes hours; later calls add generations.")
    private boolean power;

    @Option(
            names = "--generations",
            paramLabel = "N",
            description = "With --power: how many to measure now, about a minute each. Default: 120.")
    private @Nullable Integer generations;

    @ArgGroup(exclusive = false, heading = "%nBounds by experiment:%n")
    private @Nullable NoiseOptions noise;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Anywire.out(spec);
        if (noise != null) {
            if (power || generations != null) {
                throw new ParameterException(
                        spec.commandLine(), "--noise and --power are two experiments: one at a time");
            }
            return noise(noise, out);
        }
        if (power) {
            return power(out);
        }
        if (generations != null) {
            throw new ParameterException(spec.commandLine(), "--generations goes with --power");
        }
        out.println("calibrate: about " + Times.about(Calibrator.ESTIMATE) + " (Ctrl-C keeps an earlier calibration)");
        out.flush();
        // As in a run: once the guard is closed, the JVM may be gone.
        try (CtrlC guard = CtrlC.guard()) {
            Path logs = CalibrationFile.logs(results);
            CalibrationReport report;
            try (ShownProgress progress = ShownProgress.of("calibrate", Calibrator.ESTIMATE, 1)) {
                report = new Calibrator(logs, progress).calibrate();
            }
            Path file = CalibrationFile.write(results, report);
            CalibrationTable.lines(report).forEach(out::println);
            out.println();
            out.println("data    " + Home.shown(file));
            out.println("next    anywire run quick   (its report cites this)");
            out.flush();
            return report.holds() ? ExitCodes.DONE : ExitCodes.NOT_MET;
        }
    }

    private int noise(NoiseOptions options, PrintWriter out) {
        NoiseExperiment.Choice choice;
        try {
            choice = options.choice(Spreads.known(results).spreads());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        try (CtrlC guard = CtrlC.guard()) {
            NoiseRun.Outcome outcome = new NoiseRun(results, out).measure(choice);
            if (!outcome.cutShort().isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                err.println("anywire: incomplete: " + outcome.cutShort());
                err.flush();
                return ExitCodes.FAILED;
            }
            return outcome.held() ? ExitCodes.DONE : ExitCodes.NOT_MET;
        }
    }

    private int power(PrintWriter out) {
        int count = Objects.requireNonNullElse(generations, POWER_GENERATIONS);
        if (count < 1 || count > MAX_GENERATIONS) {
            throw new ParameterException(
                    spec.commandLine(), "--generations is 1 to " + MAX_GENERATIONS + ", not " + count);
        }
        try (CtrlC guard = CtrlC.guard()) {
            Optional<Power> table =
                    new PowerRun(results, List.of("anywire", "calibrate", "--power"), out).measure(count);
            table.ifPresent(t -> PowerText.lines(t).forEach(out::println));
            out.flush();
            return table.isPresent() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }
}
