package anywire.bench.engine.calibrate;

import anywire.bench.engine.calibrate.NoisePasses.Turn;
import anywire.bench.engine.runner.Environments;
import anywire.bench.engine.runner.IdleCores;
import anywire.bench.engine.runner.RowsUnderTest;
import anywire.bench.model.Environment;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Progress;
import anywire.bench.model.Spread;
import anywire.bench.model.Suite;
import anywire.bench.model.TrustBounds;
import anywire.bench.model.Window;
import anywire.host.Cores;
import anywire.host.RoleFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plants disturbances and measures what they do to ratios: kind by kind, each dose in one row and in all, beside as many
 * undisturbed rounds. What was measured is not lost when it ends early. To be used once, by one thread.
 */
public final class NoiseExperiment {
    private static final int PILOT_ROUNDS = 6;
    /** To end it all. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Choice asked;
    private final Path logs;
    private final Progress progress;
    private final long startNanos = System.nanoTime();
    private final List<NoiseRound> rounds = new ArrayList<>();
    private final List<Misleading> misleading = new ArrayList<>();
    private boolean realTime;

    /**
     * @param kinds in this order
     * @param doses of each kind, the strongest so many
     * @param passes through all doses of a kind
     * @param known spreads of ratios between generations
     * @param bounds that the adversaries are judged by
     */
    public record Choice(
            List<NoiseKind> kinds, int doses, int passes, boolean adversaries, List<Spread> known, TrustBounds bounds) {
        public Choice {
            kinds = List.copyOf(kinds);
            known = List.copyOf(known);
        }

        List<Double> doses(NoiseKind kind) {
            List<Double> all = kind.doses();
            return all.subList(Math.max(0, all.size() - doses), all.size());
        }

        /** About how long it takes. */
        public Duration estimate() {
            return Duration.ofMillis(Math.round(1_000 * NoiseEstimate.seconds(this)))
                    .plus(CLOSING);
        }
    }

    /**
     * @param realTime whether stalls went before all else, as they were meant to
     * @param cutShort why it ended early; empty if it did not
     */
    public record Outcome(
            Environment environment,
            boolean realTime,
            List<NoiseRound> rounds,
            List<Misleading> misleading,
            String cutShort) {}

    /** @param logs an existing folder for the processes' logs */
    public NoiseExperiment(Choice asked, Path logs, Progress progress) {
        this.asked = asked;
        this.logs = logs;
        this.progress = progress;
    }

    /** Holds the caller for minutes. Interrupting it ends it in good order; however it ends, no process is left. */
    public Outcome measure() {
        try (IdleCores idle = IdleCores.hold()) {
            String cutShort = "";
            try {
                measure(idle);
            } catch (InterruptedException e) {
                cutShort = "interrupted";
            } catch (RoleFailedException e) {
                cutShort = String.valueOf(e.getMessage());
            }
            return new Outcome(
                    Environments.read(idle, ""), realTime, List.copyOf(rounds), List.copyOf(misleading), cutShort);
        }
    }

    private void measure(IdleCores idle) throws InterruptedException {
        Suite two = NoiseRows.suite(List.of(NoiseRows.reference(), NoiseRows.tie()));
        List<Integer> cores = Cores.allowed();
        try (RowsUnderTest rows = RowsUnderTest.open(two, logs, progress::warn);
                NoiseProcess noise = NoiseProcess.start(cores, logs)) {
            realTime = noise.realTime();
            say("starting and warming " + String.join(", ", two.transports()));
            var unusedWarmths = rows.start(two, two.transports());
            Map<String, Double> p50Nanos = pilot(rows, two, noise);
            Suite there = two;
            if (!asked.kinds().isEmpty()) {
                there = NoiseRows.suite(List.of(
                        NoiseRows.reference(),
                        NoiseRows.tie(),
                        NoiseRows.known(Objects.requireNonNull(p50Nanos.get(NoiseRows.REFERENCE)))));
                say("starting and warming " + NoiseRows.KNOWN);
                var unusedWarmth = rows.start(there, List.of(NoiseRows.KNOWN));
                p50Nanos = pilot(rows, there, noise);
            }
            NoisyRounds noisy = new NoisyRounds(rows, there, noise, cores, p50Nanos);
            for (NoiseKind kind : asked.kinds()) {
                if (kind == NoiseKind.COLD) {
                    cold(rows, there, noise);
                } else {
                    passes(kind, noisy);
                }
            }
            if (asked.adversaries()) {
                MisleadingRuns runs = new MisleadingRuns(
                        rows, Environments.read(idle, rows.freezing()), asked.known(), asked.bounds());
                say("adversary: " + MisleadingRuns.IN_STEP);
                misleading.add(runs.inStep(there, noisy, noise.quiet()));
                say("adversary: " + MisleadingRuns.BURNING);
                misleading.add(runs.burning(there, noise.quiet()));
            }
        }
    }

    /** How long a call takes over each row, left in peace: the mean over rounds of the windows' medians, in nanoseconds. */
    private Map<String, Double> pilot(RowsUnderTest rows, Suite of, NoiseProcess noise) throws InterruptedException {
        say("a pilot of " + PILOT_ROUNDS + " rounds");
        Map<String, Double> p50Nanos = new LinkedHashMap<>();
        try (RowsUnderTest.Rounds measuring = rows.rounds(of, 0)) {
            for (int round = 0; round < PILOT_ROUNDS; round++) {
                for (String row : NoiseRows.order(of.transports(), round)) {
                    Window window =
                            measuring.measure(new PlannedWindow(round + 1, NoiseRows.SCENARIO, row), noise.quiet());
                    p50Nanos.merge(row, (double) window.intended().p50Nanos() / PILOT_ROUNDS, Double::sum);
                }
            }
        }
        return p50Nanos;
    }

    private void passes(NoiseKind kind, NoisyRounds noisy) throws InterruptedException {
        List<List<Turn>> passes = NoisePasses.of(asked.doses(kind), asked.passes(), NoiseRows.SEED);
        for (int i = 0; i < passes.size(); i++) {
            String of = kind.word() + ", pass " + (i + 1) + " of " + passes.size() + ": ";
            noisy.pass(kind, i + 1, passes.get(i), turn -> say(of + words(turn) + " " + kind.unit()), rounds::add);
        }
    }

    private static String words(Turn turn) {
        return switch (turn.place()) {
            case NOWHERE -> "no";
            case ONE_ROW -> "in one row " + turn.dose();
            case ALL_ROWS -> "in all rows " + turn.dose();
        };
    }

    private void cold(RowsUnderTest rows, Suite there, NoiseProcess noise) throws InterruptedException {
        ColdRounds cold = new ColdRounds(rows, there, noise.quiet());
        for (double seconds : asked.doses(NoiseKind.COLD)) {
            say("cold: fresh processes, " + Math.round(seconds) + " s of warm-up");
            rounds.addAll(cold.measure(seconds, asked.passes()));
        }
    }

    private void say(String what) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        progress.at(Math.min(0.99, seconds * 1_000 / asked.estimate().toMillis()), what);
    }
}
