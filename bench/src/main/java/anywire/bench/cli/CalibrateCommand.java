package anywire.bench.cli;

import anywire.bench.calibrate.Calibrator;
import anywire.bench.report.CalibrationTable;
import anywire.bench.results.CalibrationFile;
import anywire.bench.run.CalibrationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "3:a figure is out of bounds; the table says which",
            "130:interrupted; an earlier calibration is kept"
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
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description = "Where calibration.json goes. Default: results, beside the launcher.")
    private Path results = Home.results();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Anywire.out(spec);
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
            return report.holds() ? ExitCodes.DONE : ExitCodes.INVALID;
        }
    }
}
