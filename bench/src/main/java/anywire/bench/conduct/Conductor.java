package anywire.bench.conduct;

import anywire.bench.run.Block;
import anywire.bench.run.Calibration;
import anywire.bench.run.Capacity;
import anywire.bench.run.Environment;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.GraphFacts;
import anywire.bench.run.Histograms;
import anywire.bench.run.Plan;
import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Plan.PlannedWindow;
import anywire.bench.run.Power;
import anywire.bench.run.Precision;
import anywire.bench.run.Progress;
import anywire.bench.run.Row;
import anywire.bench.run.Run;
import anywire.bench.run.Suite;
import anywire.bench.run.TransportFacts;
import anywire.bench.run.Trials;
import anywire.host.RoleFailedException;
import anywire.host.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries a plan out, block by block. What was measured is saved after each block and never thrown away: a run that is
 * interrupted, or loses a process, ends early and says so.
 */
public final class Conductor {
    private Plan plan;
    private Suite suite;
    private final Setup setup;
    private final Progress progress;
    private final Histograms histograms = new Histograms();
    private final List<Block> blocks = new ArrayList<>();
    private final List<TransportFacts> facts = new ArrayList<>();
    private final List<Capacity> capacities = new ArrayList<>();
    private Trials trials = Trials.NONE;
    private int trialsDone;
    private final Instant startedAt = Instant.now();
    private final long startNanos = System.nanoTime();
    private final int cores = Runtime.getRuntime().availableProcessors();
    private GraphFacts graph = new GraphFacts("", 0, 0, 0, List.of());
    private Precision precision = Precision.NONE;
    private Site site;
    private String incomplete = "not finished yet";
    private int windowsDone;
    private int blocksOver;
    /** Rows that failed, and without which it went on. */
    private final Map<String, Lost> lost = new LinkedHashMap<>();

    /** @param from the first block without it */
    private record Lost(int from, String line) {}

    public Conductor(Plan plan, Setup setup, Progress progress) {
        this.plan = plan;
        this.suite = plan.suite();
        this.setup = setup;
        this.site = Site.at(setup.logs());
        this.progress = progress;
    }

    public Histograms histograms() {
        return histograms;
    }

    /**
     * Blocks the caller for the plan's time. Interrupting the calling thread ends the run in good order: the interrupt
     * is answered with an incomplete run.
     */
    public Run conduct() {
        try (IdleCores idle = IdleCores.hold()) {
            save(idle);
            try (Grounds grounds = Grounds.of(suite, setup.logs());
                    HiccupMeter hiccups = HiccupMeter.start(cores)) {
                site = grounds.site();
                runBlocks(idle, hiccups);
                if (setup.extension().isPresent()) {
                    extend(setup.extension().get(), save(idle));
                    runBlocks(idle, hiccups);
                }
                for (Row row : suite.capacity().isEmpty() ? List.<Row>of() : rowsLeft()) {
                    int unused = plan.blocks().size() + 1 + capacities.size() * MAX_FRESH;
                    progress.at(share(), "capacity of " + row.name());
                    capacities.add(
                            new CapacitySearch(suite, row, suite.capacity(), setup.logs(), unused, hiccups).search());
                    save(idle);
                }
                tryOut(idle);
                incomplete = "";
            } catch (InterruptedException e) {
                incomplete = interrupted();
            } catch (RoleFailedException e) {
                incomplete = String.valueOf(e.getMessage());
            }
            return save(idle);
        }
    }

    private String interrupted() {
        int planned = plan.blocks().size();
        return blocksOver < planned
                ? "interrupted in block " + (blocksOver + 1) + " of " + planned
                : "interrupted after its blocks, before all capacities and trials were done";
    }

    private void tryOut(IdleCores idle) throws InterruptedException {
        TrialRun run = new TrialRun(
                suite, setup.logs(), plan.blocks().size() + 1 + suite.rows().size() * MAX_FRESH);
        for (Trials.Kind kind : suite.trials()) {
            for (Row row : rowsLeft()) {
                progress.at(share(), kind.word() + ": " + row.name());
                run.run(kind, row);
                trials = run.soFar();
                trialsDone++;
                save(idle);
            }
        }
    }

    /** Those that aren't over. */
    private void runBlocks(IdleCores idle, HiccupMeter hiccups) throws InterruptedException {
        while (blocksOver < plan.blocks().size()) {
            PlannedBlock block = plan.blocks().get(blocksOver);
            try {
                run(block, hiccups);
            } catch (RoleFailedException e) {
                goOnWithout(failed(block, e).orElseThrow(() -> e), block.number(), e);
            }
            blocksOver++;
            save(idle);
        }
    }

    /** The row that can be done without, if it is one of these: processes are named by block and row. */
    private Optional<String> failed(PlannedBlock block, RoleFailedException e) {
        String said = String.valueOf(e.getMessage());
        return block.order().stream()
                .filter(row -> said.startsWith("block " + block.number() + " " + row + " "))
                .max(Comparator.comparing(String::length))
                .filter(row ->
                        setup.dispensable().contains(row) && block.order().size() > 1);
    }

    private void goOnWithout(String row, int block, RoleFailedException why) {
        Lost it = new Lost(block + 1, row + ": not measured from block " + block + " on: " + why.getMessage());
        lost.put(row, it);
        plan = plan.without(row, it.from(), it.line());
        progress.warn(row + " failed, the others go on: " + why.getMessage());
    }

    private List<Row> rowsLeft() {
        return suite.rows().stream()
                .filter(row -> !lost.containsKey(row.name()))
                .toList();
    }

    private void extend(Extension extension, Run pilot) {
        Extension.Extended extended = extension.extend(pilot, Duration.ofNanos(System.nanoTime() - startNanos));
        plan = extended.plan();
        suite = plan.suite();
        precision = extended.precision();
        lost.forEach((row, it) -> plan = plan.without(row, it.from(), it.line()));
        progress.replanned(plan);
    }

    private void run(PlannedBlock block, HiccupMeter hiccups) throws InterruptedException {
        BlockRun under =
                new BlockRun(suite, block, histograms, Placement.of(suite.layout(), cores), hiccups, startNanos);
        boolean whole = false;
        String of = "block " + block.number() + " of " + plan.blocks().size();
        try (BlockProcesses processes = new BlockProcesses(suite, block, site)) {
            progress.at(share(), of + ": starting");
            processes.start(block.order());
            if (facts.isEmpty()) {
                graph = Facts.graph(suite, processes);
                facts.addAll(Facts.transports(suite, block.order(), processes));
            }
            for (String floor : suite.floors()) {
                under.warmFloor(processes.pair(floor));
            }
            progress.at(share(), of + ": warming " + String.join(", ", block.order()));
            under.warm(block.order().stream().map(processes::pair).toList());
            under.pin(processes.all());
            processes.pinBetween(Placement.of(suite.layout(), cores));
            Bystanders.settle(processes.all());
            under.beginCounting(processes);
            int index = 0;
            for (PlannedWindow window : block.windows()) {
                progress.at(
                        share(),
                        of + ": " + (window.isFloor() ? "floor " : window.scenario() + " over ") + window.target());
                under.measure(window, index++, processes);
                Bystanders.settle(processes.pair(window.target()));
                windowsDone++;
            }
            under.endCounting(processes);
            whole = true;
        } finally {
            Block measured = under.block(whole ? List.of() : List.of(CUT_SHORT));
            if (whole || !measured.windows().isEmpty()) {
                blocks.add(measured);
            }
        }
    }

    /** More than one capacity search starts processes. */
    private static final int MAX_FRESH = 10;

    private static final Flaw CUT_SHORT =
            new Flaw(Block.CUT_SHORT, Blame.HARNESS, "the block was cut short, so not every transport had its turn");

    /** Of the windows; what warming up takes meanwhile is for whoever shows the time left to know. */
    private double share() {
        int all = plan.blocks().stream().mapToInt(b -> b.windows().size()).sum();
        return plan.share(all == 0 ? 1 : (double) windowsDone / all, capacities.size() + trialsDone);
    }

    private Run save(IdleCores idle) {
        Environment environment = Environments.read(idle);
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
                List.copyOf(blocks),
                List.copyOf(capacities),
                trials,
                precision,
                setup.calibration().map(report -> report.citedIn(environment)).orElse(Calibration.NONE),
                setup.power().map(table -> table.citedIn(environment)).orElse(Power.Cited.NONE),
                plan.notApplicable());
        setup.save().accept(run, histograms);
        return run;
    }
}
