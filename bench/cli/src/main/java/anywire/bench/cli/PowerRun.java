package anywire.bench.cli;

import anywire.bench.analysis.PowerTable;
import anywire.bench.engine.calibrate.PowerSuite;
import anywire.bench.engine.plan.KnownSpreads;
import anywire.bench.engine.plan.Planner;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.Plan;
import anywire.bench.model.Power;
import anywire.bench.model.Power.Known;
import anywire.bench.model.Run;
import anywire.bench.model.Suite;
import anywire.bench.results.PowerFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures generations of what is known to be the same and known to be slower, adds them to those that the machine has
 * already, and works out what runs find. Every chunk is a run like any other, with a folder of its own.
 */
final class PowerRun {
    private final Path results;
    private final List<String> commandLine;
    private final PrintWriter out;

    PowerRun(Path results, List<String> commandLine, PrintWriter out) {
        this.results = results;
        this.commandLine = commandLine;
        this.out = out;
    }

    /** @return the table; empty if it was cut short before a generation was over */
    Optional<Power> measure(int generations) {
        RunOnce.Outcome pilot = run(PowerSuite.pilot());
        double p50Micros = pilot.analysis().scenarios().stream()
                .flatMap(s -> s.cells().stream())
                .mapToDouble(c -> c.intended().p50Nanos() / 1e3)
                .min()
                .orElse(0);
        if (p50Micros == 0 || !pilot.run().complete()) {
            return Optional.empty();
        }
        Run run = run(PowerSuite.planted(p50Micros, generations)).run();
        Machine machine = Machine.of(run.environment());
        List<Known> known = added(PowerTable.measured(run, PowerSuite.plantedByRow()), machine);
        if (known.isEmpty() || known.get(0).generations().size() < 2) {
            return Optional.empty();
        }
        Power power = new PowerTable(
                        PowerSuite.MARGIN,
                        PowerSuite.GENERATIONS_PER_RUN,
                        PowerSuite.ROUNDS_PER_GENERATION,
                        run.suite().seed())
                .power(Instant.now(), machine, PowerSuite.SCENARIO_WORDS, known);
        Path file = PowerFile.write(results, power);
        out.println("data    " + Home.shown(file));
        return Optional.of(power);
    }

    private RunOnce.Outcome run(Suite suite) {
        Planner planner = Planner.of(suite, new TransportCatalog().abilities(suite.rows()), 0, KnownSpreads.prior());
        Plan plan = planner.first();
        out.println(suite.name() + ": " + suite.generations() + " generations, at most about "
                + Times.about(plan.estimate()));
        out.flush();
        try (ShownProgress progress = ShownProgress.of(plan)) {
            return new RunOnce(results, commandLine).run(planner, progress);
        }
    }

    /** To the generations of earlier chunks, if the machine and the software are the same. */
    private List<Known> added(List<Known> now, Machine machine) {
        Optional<Power> before = PowerFile.read(results)
                .filter(p -> p.machine().equals(machine) && p.scenario().equals(PowerSuite.SCENARIO_WORDS));
        if (before.isEmpty()) {
            return now;
        }
        List<Known> all = new ArrayList<>();
        for (Known fresh : now) {
            Optional<Known> earlier = before.get().known().stream()
                    .filter(k -> k.name().equals(fresh.name()) && k.planted() == fresh.planted())
                    .findFirst();
            all.add(earlier.map(e -> new Known(
                            fresh.name(),
                            fresh.planted(),
                            joined(e.generations(), fresh.generations()),
                            joined(e.plantedMicros(), fresh.plantedMicros())))
                    .orElse(fresh));
        }
        return all;
    }

    private static <T> List<T> joined(List<T> earlier, List<T> fresh) {
        List<T> all = new ArrayList<>(earlier);
        all.addAll(fresh);
        return List.copyOf(all);
    }
}
