package anywire.bench.engine.runner;

import anywire.bench.engine.runner.GenerationRun.Around;
import anywire.bench.model.Generation;
import anywire.bench.model.Histograms;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.Warmth;
import anywire.bench.model.Window;
import anywire.host.Cores;
import anywire.host.Freezer;
import anywire.host.ProcessContext;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Several rows on loopback, started, warmed, pinned and stopped as in a run, and measured in the same windows; for whoever wants
 * to do something to them meanwhile. Rows may come and go. To be used by one thread.
 */
public final class RowsUnderTest implements AutoCloseable {
    private static final int NUMBER = 1;

    private final Freezer freezer;
    private final Around around;
    private final GenerationProcesses processes;
    private final long startNanos = System.nanoTime();
    private int windows;

    private RowsUnderTest(Suite suite, Path logs, Freezer freezer, Around around) {
        this.freezer = freezer;
        this.around = around;
        this.processes = new GenerationProcesses(suite, planned(suite.seed()), ProcessContext.at(logs));
    }

    /**
     * None yet. This process steps aside for them, as in a run.
     *
     * @param suite for its layout and its conditions
     * @param logs an existing folder for the processes' logs
     * @param warning hears in one line of what went wrong, and how it goes on
     */
    public static RowsUnderTest open(Suite suite, Path logs, Consumer<String> warning) throws InterruptedException {
        List<Integer> cores = Cores.allowed();
        Placement placement = Placement.of(suite.layout());
        placement.pinHarness();
        Freezer freezer = Freezer.open();
        HiccupMeter hiccups = HiccupMeter.start(cores);
        try {
            Around around =
                    new Around(placement, cores.size(), hiccups, Probe.start(cores), new FrozenRows(freezer, warning));
            return new RowsUnderTest(suite, logs, freezer, around);
        } catch (InterruptedException e) {
            hiccups.close();
            freezer.close();
            throw e;
        }
    }

    /** The cores that services have, by their numbers, in order. */
    public static List<Integer> servicesCores(Layout layout) {
        return List.copyOf(new TreeSet<>(Placement.of(layout).services()));
    }

    /** By which means rows that are not measured stand still, in words. */
    public String freezing() {
        return Conductor.words(freezer.means());
    }

    /**
     * Starts rows beside those that are there, and warms them as the suite says.
     *
     * @param with these rows
     * @throws anywire.host.RoleFailedException if a process dies; so do all other methods
     */
    public List<Warmth> start(Suite with, List<String> names) throws InterruptedException {
        processes.startMore(with, names);
        List<Deployment> pairs = names.stream().map(processes::pair).toList();
        GenerationRun warming = new GenerationRun(with, planned(0), new Histograms(), around, startNanos);
        warming.warm(pairs);
        warming.pin(pairs);
        Bystanders.settle(processes.all());
        return warming.generation("").warmths();
    }

    /** These rows' processes end. */
    public void end(List<String> names) {
        processes.end(names);
    }

    /**
     * From now on all stand still but for their own windows, until that is closed.
     *
     * @param with the rows that are measured
     * @param seed of the arrivals: in each turn the same for all rows
     */
    public Rounds rounds(Suite with, long seed) {
        return new Rounds(with, seed);
    }

    /** Some rounds, and what was measured in them. */
    public final class Rounds implements AutoCloseable {
        private final GenerationRun run;
        private final Histograms histograms = new Histograms();

        private Rounds(Suite with, long seed) {
            run = new GenerationRun(with, planned(seed), histograms, around, startNanos);
            around.rest().begin(processes.all());
        }

        /** One window. */
        public Window measure(PlannedWindow window, Disturbance meanwhile) throws InterruptedException {
            return run.measure(window, windows++, processes, meanwhile);
        }

        /** All of them so far, as a run's generation. */
        public Generation generation() {
            return run.generation("");
        }

        public Histograms histograms() {
            return histograms;
        }

        /** All go on. */
        @Override
        public void close() {
            around.rest().end();
        }
    }

    private static PlannedGeneration planned(long seed) {
        return new PlannedGeneration(NUMBER, List.of(), List.of(), seed);
    }

    @Override
    public void close() {
        around.rest().end();
        processes.close();
        around.probe().close();
        around.hiccups().close();
        freezer.close();
    }
}
