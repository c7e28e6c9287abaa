package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Measure;
import anywire.bench.driver.Protocol.Measured;
import anywire.bench.measure.BlockCells;
import anywire.bench.measure.FloorDriftCheck;
import anywire.bench.measure.HistogramBytes;
import anywire.bench.measure.WindowChecks;
import anywire.bench.run.Block;
import anywire.bench.run.Block.PlantedSeen;
import anywire.bench.run.Cost;
import anywire.bench.run.Crossed;
import anywire.bench.run.Flaw;
import anywire.bench.run.Footprint;
import anywire.bench.run.Histograms;
import anywire.bench.run.Histograms.Cell;
import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Plan.PlannedWindow;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Suite;
import anywire.bench.run.Warmth;
import anywire.bench.run.Window;
import anywire.host.Planted;
import anywire.host.ServiceRole.PlantedSoFar;
import anywire.host.Spent;
import anywire.host.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One block under way: its windows one after the other, and what was measured so far. */
final class BlockRun {
    static final Load FLOOR = new Load(Loop.CLOSED, 0, 1);

    private static final Scenario FLOOR_SCENARIO = new Scenario("", "", "", FLOOR, false);

    private final Suite suite;
    private final PlannedBlock planned;
    private final Histograms histograms;
    private final Placement placement;
    private final HiccupMeter hiccups;
    private final long runStartNanos;
    private final long startNanos = System.nanoTime();

    private final List<Warmth> warmths = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Window> floors = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<PlantedSeen> planted = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();
    private double wakeUps;
    private Crossed crossedBefore = Crossed.NOTHING;
    private Crossed crossed = Crossed.NOTHING;
    private @Nullable Tally lastTally;

    BlockRun(
            Suite suite,
            PlannedBlock planned,
            Histograms histograms,
            Placement placement,
            HiccupMeter hiccups,
            long runStartNanos) {
        this.suite = suite;
        this.planned = planned;
        this.histograms = histograms;
        this.placement = placement;
        this.hiccups = hiccups;
        this.runStartNanos = runStartNanos;
    }

    void warm(List<Pair> pairs) throws InterruptedException {
        warmths.addAll(WarmUps.warm(suite, pairs));
    }

    void warmFloor(Pair pair) throws InterruptedException {
        new FloorWarmUp(suite.warmUpLimit(), pair).warm();
    }

    void pin(Iterable<Pair> pairs) throws InterruptedException {
        for (Pair pair : pairs) {
            pair.pin(placement);
        }
    }

    void measure(PlannedWindow window, int index, BlockProcesses processes) throws InterruptedException {
        long wakeUpsBefore = IdleCores.wakeUps();
        long began = System.nanoTime();
        Pair pair = processes.pair(window.target());
        Scenario scenario = window.isFloor() ? FLOOR_SCENARIO : suite.scenario(window.scenario());
        MachineWatch watch = MachineWatch.over(window.target(), processes.all(), hiccups);
        Window measured = window.isFloor() ? floor(index, pair) : cell(index, pair, scenario);
        MachineWatch.Seen seen = watch.seen(processes.all());
        keep(window.isFloor() ? "floor" : scenario.name(), pair.name(), Clock.HICCUP, seen.hiccupNanos());
        (window.isFloor() ? floors : windows)
                .add(WindowChecks.judge(measured.beside(seen.machine()), scenario, placement.room()));
        double seconds = (System.nanoTime() - began) / 1e9;
        wakeUps = (wakeUps * index + (IdleCores.wakeUps() - wakeUpsBefore) / seconds) / (index + 1);
    }

    /** Once all is warm and pinned. */
    void beginCounting(BlockProcesses processes) throws InterruptedException {
        crossedBefore = processes.crossed();
    }

    /** Once all windows are over. */
    void endCounting(BlockProcesses processes) throws InterruptedException {
        crossed = processes.crossed().minus(crossedBefore);
        for (String row : planned.order()) {
            Footprints.of(processes.pair(row)).ifPresent(footprints::add);
        }
        lookAtPlanted(processes);
    }

    private void lookAtPlanted(BlockProcesses processes) throws InterruptedException {
        for (Row row : suite.rows()) {
            if (row.plantedMicros() > 0) {
                planted.add(planted(row.name(), processes.pair(row.name())));
            }
        }
    }

    private static PlantedSeen planted(String name, Pair pair) throws InterruptedException {
        long calls = 0;
        long nanos = 0;
        for (Pair.Served server : pair.servers()) {
            Planted.Total total = server.role().ask(new PlantedSoFar(), Planted.Total.class, Pair.GRACE);
            calls += total.calls();
            nanos += total.nanos();
        }
        return new PlantedSeen(name, calls, nanos / 1e3 / Math.max(1, calls));
    }

    private Window floor(int index, Pair pair) throws InterruptedException {
        long at = sinceRunStart();
        Measured m = pair.measure(measure("", FLOOR, index, suite.window().toNanos()));
        keep("floor", pair.name(), Clock.ACTUAL, HistogramBytes.histogram(m.actual()));
        return WindowOf.floor(index, pair.name(), at, m);
    }

    private Window cell(int index, Pair pair, Scenario scenario) throws InterruptedException {
        long at = sinceRunStart();
        int turn = seen.merge(scenario.name() + "/" + pair.name(), 1, Integer::sum);
        Measure measure = measure(
                scenario.asked(),
                scenario.load(),
                index,
                suite.window().toNanos(),
                // The same arrivals for every transport in the same turn.
                planned.seed() * 31 + scenario.name().hashCode() + turn);
        Spent serverBefore = pair.serversSpent();
        long brokerBefore = pair.brokerCpuNanos();
        Measured m = pair.measure(measure);
        Cost server = WindowOf.cost(pair.serversSpent().minus(serverBefore));
        long broker = pair.brokerCpuNanos() - brokerBefore;
        Tally tally = pair.tally(measure.window(), m.calls());
        lastTally = tally;
        keep(scenario.name(), pair.name(), m);
        return WindowOf.cell(index, scenario.name(), pair.name(), at, m, server, broker, tally);
    }

    private void keep(String scenario, String transport, Measured m) {
        keep(scenario, transport, Clock.INTENDED, HistogramBytes.histogram(m.intended()));
        keep(scenario, transport, Clock.ACTUAL, HistogramBytes.histogram(m.actual()));
        keep(scenario, transport, Clock.SEND_LAG, HistogramBytes.histogram(m.sendLag()));
    }

    private void keep(String scenario, String transport, Clock clock, Histogram histogram) {
        histograms.add(new Cell(scenario, transport, clock), planned.number(), histogram);
    }

    private Measure measure(String action, Load load, int index, long nanos) {
        return measure(action, load, index, nanos, 0);
    }

    private Measure measure(String action, Load load, int index, long nanos, long seed) {
        long window = planned.number() * 10_000L + index + 1;
        return new Measure(window, action, load.loop().name(), load.ratePerSecond(), load.inFlight(), nanos, seed);
    }

    private long sinceRunStart() {
        return (System.nanoTime() - runStartNanos) / 1_000_000;
    }

    /** What the services saw of the last window that was measured over a transport. */
    Tally lastTally() {
        return Objects.requireNonNull(lastTally, "no window yet");
    }

    /** What was measured so far; with flaws of its own if the block did not come to its end. */
    Block block(List<Flaw> flaws) {
        List<Flaw> all = new ArrayList<>(flaws);
        all.addAll(FloorDriftCheck.flaws(floors));
        return new Block(
                planned.number(),
                (startNanos - runStartNanos) / 1_000_000,
                (System.nanoTime() - startNanos) / 1e9,
                planned.order(),
                warmths,
                windows,
                floors,
                BlockCells.of(windows, histograms, planned.number()),
                all,
                wakeUps,
                planted,
                crossed,
                List.copyOf(footprints));
    }
}
