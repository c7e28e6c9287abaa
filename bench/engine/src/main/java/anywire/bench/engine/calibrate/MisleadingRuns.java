package anywire.bench.engine.calibrate;

import anywire.bench.engine.runner.Disturbance;
import anywire.bench.engine.runner.RowsUnderTest;
import anywire.bench.model.Calibration;
import anywire.bench.model.Environment;
import anywire.bench.model.Figures;
import anywire.bench.model.GraphFacts;
import anywire.bench.model.JudgedBy;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Power;
import anywire.bench.model.Row;
import anywire.bench.model.Run;
import anywire.bench.model.Schedule;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Spread;
import anywire.bench.model.Suite;
import anywire.bench.model.Trials;
import anywire.bench.model.TrustBounds;
import anywire.bench.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Two adversaries of the analysis. One keeps step: it works whenever one row is measured, in every round, and never when the
 * reference is, so that no round stands out. The other is a row that is as fast as the reference and uses more CPU: it meets
 * more of whatever the machine takes.
 */
final class MisleadingRuns {
    static final String IN_STEP = "noise in step with one row's turn";
    static final String BURNING = "as fast, with more CPU";
    static final int ROUNDS = 12;

    private static final double NEIGHBOUR_PERCENT = 20;
    private static final int BURNT_MICROS = 200;
    private static final String BURNER = "tcp-burning";

    private final RowsUnderTest rows;
    private final Environment environment;
    private final List<Spread> known;
    private final TrustBounds bounds;

    /**
     * @param known spreads between generations: each of the runs has one
     * @param bounds by which they are judged
     */
    MisleadingRuns(RowsUnderTest rows, Environment environment, List<Spread> known, TrustBounds bounds) {
        this.rows = rows;
        this.environment = environment;
        this.known = known;
        this.bounds = bounds;
    }

    /** @param there the reference and its twin, warm */
    Misleading inStep(Suite there, NoisyRounds noisy, Disturbance quiet) throws InterruptedException {
        Suite two = there.rows(List.of(there.row(NoiseRows.REFERENCE), there.row(NoiseRows.TIE)));
        return measured(
                IN_STEP,
                two,
                NoiseRows.TIE,
                true,
                row -> row.equals(NoiseRows.TIE) ? noisy.neighbour(NEIGHBOUR_PERCENT, false) : quiet,
                "others' share of a core",
                w -> w.machine().strays().cpuNanos() / 1e9 / w.machine().seconds());
    }

    /** @param there the reference, warm */
    Misleading burning(Suite there, Disturbance quiet) throws InterruptedException {
        Row burner = there.row(NoiseRows.REFERENCE).burning(BURNER, BURNT_MICROS);
        Suite two = there.rows(List.of(there.row(NoiseRows.REFERENCE), burner));
        var ignored = rows.start(two, List.of(BURNER));
        try {
            return measured(
                    BURNING,
                    two,
                    BURNER,
                    false,
                    row -> quiet,
                    "the services' CPU a call, in microseconds",
                    w -> w.server().cpuNanos()
                            / 1e3
                            / Math.max(1, w.accounting().answered()));
        } finally {
            rows.end(List.of(BURNER));
        }
    }

    private Misleading measured(
            String name,
            Suite two,
            String treated,
            boolean unequal,
            Function<String, Disturbance> meanwhile,
            String evidence,
            ToDoubleFunction<Window> figure)
            throws InterruptedException {
        Instant began = Instant.now();
        try (RowsUnderTest.Rounds measuring = rows.rounds(two, NoiseRows.SEED)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String row : NoiseRows.order(two.transports(), round)) {
                    var ignored = measuring.measure(
                            new PlannedWindow(round + 1, NoiseRows.SCENARIO, row), meanwhile.apply(row));
                }
            }
            Run run = run(began, two, measuring);
            List<String> figures = two.transports().stream()
                    .map(row -> row + ": " + evidence + " " + Figures.threeDigits(mean(run, row, figure)))
                    .toList();
            return new Misleading(name, run, measuring.histograms(), treated, unequal, figures);
        }
    }

    private static double mean(Run run, String row, ToDoubleFunction<Window> figure) {
        return run.generations().get(0).windows().stream()
                .filter(w -> w.transport().equals(row))
                .mapToDouble(figure)
                .average()
                .orElse(0);
    }

    private Run run(Instant began, Suite two, RowsUnderTest.Rounds measured) {
        return new Run(
                Run.SCHEMA,
                two.name(),
                began,
                Instant.now(),
                "",
                List.of(),
                environment,
                two,
                new GraphFacts("", 0, 0, 0, List.of()),
                List.of(),
                List.of(measured.generation()),
                List.of(),
                Trials.NONE,
                new Schedule(two.budget(), 0, new Costs(0, 0), known, 1, ROUNDS),
                List.of(),
                Calibration.NONE,
                Power.Cited.NONE,
                JudgedBy.reference(bounds),
                List.of());
    }
}
