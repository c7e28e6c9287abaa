package anywire.bench.engine.runner;

import anywire.bench.engine.plan.Planner;
import anywire.bench.engine.runner.GenerationRun.Around;
import anywire.bench.model.Action;
import anywire.bench.model.Calibration;
import anywire.bench.model.Capacity;
import anywire.bench.model.Environment;
import anywire.bench.model.Generation;
import anywire.bench.model.GraphFacts;
import anywire.bench.model.Histograms;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Power;
import anywire.bench.model.Progress;
import anywire.bench.model.Row;
import anywire.bench.model.Run;
import anywire.bench.model.ScaledLoad;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Suite;
import anywire.bench.model.TransportFacts;
import anywire.bench.model.Trials;
import anywire.host.Cores;
import anywire.host.Freezer;
import anywire.host.ProcessContext;
import anywire.host.RoleFailedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries a plan out, generation by generation. What was measured is saved after each generation and never thrown away: a
 * run that is interrupted, or loses a process, ends early and says so. The plan is settled once, when the first round is
 * over: by what things cost by then, and nothing else.
 */
public final class Conductor {
    private final PlanUnderWay plan;
    private Suite suite;
    private final Setup setup;
    private final Progress progress;
    private final Histograms histograms = new Histograms();
    private final List<Generation> generations = new ArrayList<>();
    private final List<TransportFacts> facts = new ArrayList<>();
    private final List<Capacity> capacities = new ArrayList<>();
    private Trials trials = Trials.NONE;
    private List<ScaledLoad> loads = List.of();
    private final Instant startedAt = Instant.now();
    private final long startNanos = System.nanoTime();
    private final List<Integer> cores = Cores.allowed();
    private GraphFacts graph = new GraphFacts("", 0, 0, 0, List.of());
    private ProcessContext site;
    private String freezing = "";
    private String incomplete = "not finished yet";
    private int generationsOver;

    /** To end all processes of a generation. */
    private static final double CLOSING_SECONDS = 4;

    public Conductor(Planner planner, Setup setup, Progress progress) {
        this.plan = new PlanUnderWay(planner, setup.leftOut(), progress);
        this.suite = plan.now().suite();
        this.setup = setup;
        this.site = ProcessContext.at(setup.logs());
        this.progress = progress;
    }

    public Histograms histograms() {
        return histograms;
    }

    /**
     * Holds the caller for the plan's time. Interrupting the calling thread ends the run in good order: the interrupt
     * is answered with an incomplete run. However it ends, nothing is left that stands still.
     */
    public Run conduct() {
        try (IdleCores idle = IdleCores.hold()) {
            save(idle);
            try (RunEnvironment environment = RunEnvironment.of(suite, setup.logs());
                    Freezer freezer = Freezer.open()) {
                freezing = words(freezer.means());
                site = environment.site();
                stepAside();
                // After that, since its threads go where they belong.
                try (HiccupMeter hiccups = HiccupMeter.start(cores);
                        Probe probe = Probe.start(cores)) {
                    measure(idle, hiccups, probe, new FrozenRows(freezer, progress::warn));
                }
                incomplete = "";
            } catch (InterruptedException e) {
                incomplete = interrupted();
            } catch (RoleFailedException e) {
                incomplete = String.valueOf(e.getMessage());
            }
            return save(idle);
        }
    }

    static String words(Freezer.Means means) {
        return switch (means) {
            case CGROUP -> "cgroup v2's freezer";
            case SIGNAL -> "SIGSTOP";
            case NONE -> "not at all: they ran on";
        };
    }

    /** The harness itself keeps off the driver's core. */
    private void stepAside() throws InterruptedException {
        Placement.of(suite.layout()).pinHarness();
    }

    private void measure(IdleCores idle, HiccupMeter hiccups, Probe probe, FrozenRows rest)
            throws InterruptedException {
        runGenerations(idle, new Around(Placement.of(suite.layout()), cores.size(), hiccups, probe, rest));
        for (Row row : suite.capacity().isEmpty() ? List.<Row>of() : rowsLeft()) {
            int unused = plan.now().generations().size() + 1 + capacities.size() * MAX_FRESH;
            progress.at(plan.share(), "capacity of " + row.name());
            capacities.add(new CapacitySearch(
                            suite, row, Action.of(suite.capacity()).orElseThrow(), setup.logs(), unused, hiccups)
                    .search());
            plan.searchIsOver();
            save(idle);
        }
        tryOut(idle);
    }

    private String interrupted() {
        int planned = plan.now().generations().size();
        return generationsOver < planned
                ? "interrupted in generation " + (generationsOver + 1) + " of " + planned
                : "interrupted after its generations, before all capacities and trials were done";
    }

    private void tryOut(IdleCores idle) throws InterruptedException {
        TrialRun run = new TrialRun(
                suite,
                setup.logs(),
                plan.now().generations().size() + 1 + suite.rows().size() * MAX_FRESH);
        for (Trials.Kind kind : suite.trials()) {
            for (Row row : rowsLeft()) {
                progress.at(plan.share(), kind.word() + ": " + row.name());
                run.run(kind, row);
                trials = run.soFar();
                plan.searchIsOver();
                save(idle);
            }
        }
    }

    /** Those that aren't over. */
    private void runGenerations(IdleCores idle, Around around) throws InterruptedException {
        while (generationsOver < plan.now().generations().size()) {
            PlannedGeneration generation = plan.now().generations().get(generationsOver);
            try {
                run(generation, around);
            } catch (RoleFailedException e) {
                goOnWithout(failed(generation, e).orElseThrow(() -> e), generation.number(), e);
            }
            generationsOver++;
            save(idle);
        }
    }

    /** The row that can be done without, if it is one of these. */
    private Optional<String> failed(PlannedGeneration generation, RoleFailedException e) {
        return e.owner()
                .filter(generation.order()::contains)
                .filter(row ->
                        setup.dispensable().contains(row) && generation.order().size() > 1);
    }

    private void goOnWithout(String row, int generation, RoleFailedException why) {
        plan.without(
                row, generation + 1, row + ": not measured from generation " + generation + " on: " + why.getMessage());
        progress.warn(row + " failed, the others go on: " + why.getMessage());
    }

    private List<Row> rowsLeft() {
        return suite.rows().stream().filter(row -> plan.has(row.name())).toList();
    }

    private void run(PlannedGeneration generation, Around around) throws InterruptedException {
        GenerationRun under = new GenerationRun(suite, generation, histograms, around, startNanos);
        boolean whole = false;
        String of = "generation " + generation.number() + " of "
                + plan.now().generations().size();
        double begun = seconds();
        try (GenerationProcesses processes = new GenerationProcesses(suite, generation, site)) {
            progress.at(plan.share(), of + ": starting");
            processes.start(generation.order());
            if (facts.isEmpty()) {
                graph = Facts.graph(suite, processes);
                facts.addAll(Facts.transports(suite, generation.order(), processes));
            }
            for (String floor : suite.floors()) {
                under.warmFloor(processes.pair(floor));
            }
            progress.at(plan.share(), of + ": warming " + String.join(", ", generation.order()));
            under.warm(generation.order().stream().map(processes::pair).toList());
            under.pin(processes.all());
            processes.pinBetween(around.placement());
            Bystanders.settle(processes.all());
            if (loads.isEmpty()) {
                loads = new Loads(suite, processes, generation.windows()).loads();
                suite = Loads.scaled(suite, loads);
                under.at(suite);
                Bystanders.settle(processes.all());
            }
            under.beginCounting(processes);
            try {
                around.rest().begin(processes.all());
                progress.quiet(true);
                rounds(generation, under, processes, of, begun);
            } finally {
                progress.quiet(false);
                around.rest().end();
            }
            under.endCounting(processes);
            whole = true;
        } finally {
            Generation measured = under.generation(whole ? "" : "it did not come to its end");
            if (whole || !measured.windows().isEmpty()) {
                generations.add(measured);
            }
        }
    }

    private void rounds(
            PlannedGeneration first, GenerationRun under, GenerationProcesses processes, String of, double begun)
            throws InterruptedException {
        double warm = seconds();
        int firstRound = first.windows().get(0).round();
        PlannedGeneration generation = first;
        int index = 0;
        for (int round = firstRound; index < generation.windows().size(); round++) {
            double once = under.firstAwakeningSeconds();
            if (round > firstRound && plan.canSettle(generation)) {
                generation = plan.settled(new Costs(warm - begun + once + CLOSING_SECONDS, seconds() - warm - once));
            }
            if (round > firstRound
                    && outOfTime(generation.number(), (seconds() - warm - once) / (round - firstRound))) {
                return;
            }
            while (index < generation.windows().size()
                    && generation.windows().get(index).round() == round) {
                PlannedWindow window = generation.windows().get(index);
                progress.at(
                        plan.share(),
                        of + ": " + (window.isFloor() ? "floor " : window.scenario() + " over ") + window.target());
                under.measure(window, index++, processes);
                plan.windowIsOver();
            }
        }
    }

    /** Whether another round of the last generation would not fit: by the clock alone, whatever was measured. */
    private boolean outOfTime(int generation, double roundSeconds) {
        boolean free = suite.generations() == 0 && suite.rounds() == 0;
        return free
                && generation == plan.now().generations().size()
                && seconds()
                                + roundSeconds
                                + CLOSING_SECONDS
                                + plan.now().besides().toSeconds()
                        > suite.budget().toSeconds();
    }

    private double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** More than one capacity search starts processes. */
    private static final int MAX_FRESH = 10;

    private Run save(IdleCores idle) {
        Environment environment = Environments.read(idle, freezing);
        Run run = new Run(
                Run.SCHEMA,
                setup.id(),
                startedAt,
                Instant.now(),
                incomplete,
                setup.commandLine(),
                environment,
                suite,
                graph,
                List.copyOf(facts),
                List.copyOf(generations),
                List.copyOf(capacities),
                trials,
                plan.now().schedule(),
                loads,
                setup.calibration().map(report -> report.citedIn(environment)).orElse(Calibration.NONE),
                setup.power().map(table -> table.citedIn(environment)).orElse(Power.Cited.NONE),
                setup.judgedBy(environment),
                plan.now().notApplicable());
        setup.save().accept(run, histograms);
        return run;
    }
}
