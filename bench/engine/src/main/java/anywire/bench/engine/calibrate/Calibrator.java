package anywire.bench.engine.calibrate;

import anywire.bench.engine.runner.Environments;
import anywire.bench.engine.runner.IdleCores;
import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.CalibrationReport;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.Progress;
import anywire.bench.model.Scenario;
import anywire.bench.model.Warmth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures all that is known, one case after the other. */
public final class Calibrator {
    /** About how long it takes. */
    public static final Duration ESTIMATE = Duration.ofSeconds(230);

    private static final List<KnownCase> IN_PROCESS = List.of(new OwnLimit(), new KnownDelay(), new KnownQueue());
    private static final List<KnownCase> OVER_TCP =
            List.of(new KnownStall(KnownStall.Who.SERVER), new KnownStall(KnownStall.Who.DRIVER), new KnownLoss());

    private final Path logs;
    private final Progress progress;
    private final long startNanos = System.nanoTime();

    /** @param logs an existing folder for the processes' logs */
    public Calibrator(Path logs, Progress progress) {
        this.logs = logs;
        this.progress = progress;
    }

    /**
     * Holds the caller for minutes. However it ends, no process is left.
     *
     * @throws anywire.host.RoleFailedException if a process dies
     */
    public CalibrationReport calibrate() throws InterruptedException {
        Instant at = Instant.now();
        try (IdleCores idle = IdleCores.hold()) {
            List<CalibrationRow> rows = new ArrayList<>();
            rows.addAll(measure(Asked.IN_PROCESS, IN_PROCESS));
            rows.addAll(measure(Asked.TCP, OVER_TCP));
            return new CalibrationReport(
                    CalibrationReport.SCHEMA, at, seconds(), Machine.of(Environments.read(idle, "")), rows);
        }
    }

    private List<CalibrationRow> measure(String transport, List<KnownCase> cases) throws InterruptedException {
        List<Scenario> warm =
                cases.stream().flatMap(known -> known.scenarios().stream()).toList();
        List<CalibrationRow> rows = new ArrayList<>();
        try (TransportRig rig = new TransportRig(Asked.suite(transport, Duration.ofSeconds(1), warm), logs)) {
            say("starting and warming " + transport);
            rows.add(warmth(rig.ready()));
            Consumer<String> saying = this::say;
            for (KnownCase known : cases) {
                rows.addAll(known.measure(rig, saying));
            }
        }
        return rows;
    }

    /** Shown, not judged: what was measured cold is off by itself. */
    private static CalibrationRow warmth(Warmth warmth) {
        return CalibrationRow.shown(
                "warm-up",
                warmth.transport() + " was warm",
                Unit.YES_OR_NO,
                0,
                warmth.warm() ? 1 : 0,
                String.format(
                        Locale.ROOT,
                        "%,d calls in %.1f s; compilers took %.1f %% of the last round",
                        warmth.calls(),
                        warmth.seconds(),
                        warmth.jitShare() * 100));
    }

    private void say(String what) {
        progress.at(Math.min(0.99, seconds() / ESTIMATE.toSeconds()), what);
    }

    private double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
