package anywire.bench.engine.runner;

import anywire.bench.engine.runner.GenerationRun.Around;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Suite;
import anywire.bench.model.Warmth;
import anywire.bench.model.Window;
import anywire.host.CallTally;
import anywire.host.Cores;
import anywire.host.ProcessContext;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The processes of one transport, started, warmed and pinned as in a generation, and measured in the same windows; for whoever
 * wants to do something to them meanwhile. To be used by one thread.
 */
public final class TransportRig implements AutoCloseable {
    private final Suite suite;
    private final String transport;
    private final Around around;
    private final boolean ownHiccups;
    private final int number;
    private final GenerationProcesses processes;
    private final long startNanos = System.nanoTime();
    private int windows;

    /**
     * Starts no process yet.
     *
     * @param suite of one transport: its scenarios are what will be warm
     * @param logs an existing folder for the processes' logs
     */
    public TransportRig(Suite suite, Path logs) {
        this(suite, ProcessContext.at(logs));
    }

    TransportRig(Suite suite, ProcessContext site) {
        this(suite, site, 1, HiccupMeter.start(Cores.allowed()), true);
    }

    /** One of several in a run, whose meter it uses. @param number that no generation of the run has */
    TransportRig(Suite suite, Path logs, int number, HiccupMeter hiccups) {
        this(suite, ProcessContext.at(logs), number, hiccups, false);
    }

    private TransportRig(Suite suite, ProcessContext site, int number, HiccupMeter hiccups, boolean ownHiccups) {
        this.suite = suite;
        this.transport = suite.transports().get(0);
        this.around = new Around(
                Placement.of(suite.layout()), Cores.allowed().size(), hiccups, Probe.none(), FrozenRows.ofNobody());
        this.number = number;
        this.ownHiccups = ownHiccups;
        this.processes = new GenerationProcesses(suite, generation(suite), site);
    }

    /**
     * @param tally what the services saw of the window's calls, and which ones they did not
     * @param histograms of this window alone
     */
    public record Measured(Window window, CallTally tally, Histograms histograms, int generation) {
        public Histogram histogram(Clock clock) {
            return histograms
                    .of(new Cell(window.scenario(), window.transport(), clock), generation)
                    .orElseGet(Histograms::empty);
        }
    }

    /**
     * Takes the suite's time to warm up.
     *
     * @throws anywire.host.RoleFailedException if a process dies; so do all other methods
     */
    public Warmth ready() throws InterruptedException {
        processes.start(List.of(transport));
        GenerationRun warming = run(suite, new Histograms());
        warming.warm(List.of(pair()));
        warming.pin(processes.all());
        Bystanders.settle(processes.all());
        return warming.generation("").warmths().get(0);
    }

    /**
     * One window.
     *
     * @param asked its length, its deadline and the scenario, any of whose actions were among those that are warm
     */
    public Measured measure(Suite asked, String scenario) throws InterruptedException {
        Histograms histograms = new Histograms();
        GenerationRun run = run(asked, histograms);
        run.measure(new PlannedWindow(number, scenario, transport), windows++, processes);
        return new Measured(run.generation("").windows().get(0), run.lastTally(), histograms, number);
    }

    public <A extends Record> A askDriver(Record question, Class<A> answer) throws InterruptedException {
        return pair().driver().ask(question, answer, Deployment.GRACE);
    }

    public long driverPid() {
        return pair().driver().pid();
    }

    /** Of the first that serves; in process the driver's. */
    public long servicesPid() {
        return pair().servers().isEmpty()
                ? driverPid()
                : pair().servers().get(0).role().pid();
    }

    private GenerationRun run(Suite of, Histograms histograms) {
        return new GenerationRun(of, generation(of), histograms, around, startNanos);
    }

    /** Each window has arrivals of its own. */
    private PlannedGeneration generation(Suite of) {
        return new PlannedGeneration(number, List.of(transport), List.of(), of.seed() + windows);
    }

    private Deployment pair() {
        return processes.pair(transport);
    }

    @Override
    public void close() {
        processes.close();
        if (ownHiccups) {
            around.hiccups().close();
        }
    }
}
