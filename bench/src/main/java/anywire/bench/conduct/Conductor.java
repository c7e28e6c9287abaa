package anywire.bench.conduct;

import anywire.bench.run.Block;
import anywire.bench.run.Calibration;
import anywire.bench.run.Environment;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.GraphFacts;
import anywire.bench.run.Histograms;
import anywire.bench.run.Plan;
import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Plan.PlannedWindow;
import anywire.bench.run.Progress;
import anywire.bench.run.Run;
import anywire.bench.run.Suite;
import anywire.bench.run.TransportFacts;
import anywire.host.RoleFailedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries a plan out, block by block. What was measured is saved after each block and never thrown away: a run that is
 * interrupted, or loses a process, ends early and says so.
 */
public final class Conductor {
    private final Plan plan;
    private final Suite suite;
    private final Setup setup;
    private final Progress progress;
    private final Histograms histograms = new Histograms();
    private final List<Block> blocks = new ArrayList<>();
    private final List<TransportFacts> facts = new ArrayList<>();
    private final Instant startedAt = Instant.now();
    private final long startNanos = System.nanoTime();
    private GraphFacts graph = new GraphFacts("", 0, 0, 0, List.of());
    private String incomplete = "not finished yet";
    private int windowsDone;

    public Conductor(Plan plan, Setup setup, Progress progress) {
        this.plan = plan;
        this.suite = plan.suite();
        this.setup = setup;
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
            try {
                save(idle);
                for (PlannedBlock block : plan.blocks()) {
                    run(block);
                    save(idle);
                }
                incomplete = "";
            } catch (InterruptedException e) {
                incomplete = "interrupted in block " + (blocks.size() + 1) + " of "
                        + plan.blocks().size();
            } catch (RoleFailedException e) {
                incomplete = String.valueOf(e.getMessage());
            }
            return save(idle);
        }
    }

    private void run(PlannedBlock block) throws InterruptedException {
        BlockRun under = new BlockRun(
                suite,
                block,
                histograms,
                Placement.of(suite.layout(), Runtime.getRuntime().availableProcessors()),
                startNanos);
        boolean whole = false;
        String of = "block " + block.number() + " of " + plan.blocks().size();
        try (BlockProcesses processes = new BlockProcesses(suite, block, setup.logs())) {
            progress.at(share(), of + ": starting");
            processes.start(block.order());
            if (facts.isEmpty()) {
                graph = Facts.graph(suite, processes);
                facts.addAll(Facts.transports(block.order(), processes));
            }
            for (String floor : suite.floors()) {
                under.warmFloor(processes.pair(floor));
            }
            for (String scheme : block.order()) {
                progress.at(share(), of + ": warming " + scheme);
                under.warm(processes.pair(scheme));
            }
            under.pin(processes.all());
            Bystanders.settle(processes.all());
            int index = 0;
            for (PlannedWindow window : block.windows()) {
                progress.at(
                        share(),
                        of + ": " + (window.isFloor() ? "floor " : window.scenario() + " over ") + window.target());
                under.measure(window, index++, processes);
                Bystanders.settle(processes.pair(window.target()));
                windowsDone++;
            }
            whole = true;
        } finally {
            Block measured = under.block(whole ? List.of() : List.of(CUT_SHORT));
            if (whole || !measured.windows().isEmpty()) {
                blocks.add(measured);
            }
        }
    }

    private static final Flaw CUT_SHORT =
            new Flaw(Block.CUT_SHORT, Blame.HARNESS, "the block was cut short, so not every transport had its turn");

    /** Of the windows; what warming up takes meanwhile is for whoever shows the time left to know. */
    private double share() {
        int all = plan.blocks().stream().mapToInt(b -> b.windows().size()).sum();
        return all == 0 ? 1 : (double) windowsDone / all;
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
                setup.calibration().map(report -> report.citedIn(environment)).orElse(Calibration.NONE));
        setup.save().accept(run, histograms);
        return run;
    }
}
