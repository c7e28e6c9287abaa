package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.WarmBlocking;
import anywire.bench.engine.driver.Protocol.WarmOpen;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Cost;
import anywire.bench.model.Crossed;
import anywire.bench.model.Footprint;
import anywire.bench.model.Generation;
import anywire.bench.model.Generation.PlantedSeen;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Warmth;
import anywire.bench.model.Window;
import anywire.host.CallTally;
import anywire.host.InjectedDelay;
import anywire.host.ServiceRole.PlantedSoFar;
import anywire.host.Spent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One generation under way: its windows one after the other, and what was measured so far. To be used by one thread. */
final class GenerationRun {
    static final Load FLOOR = new Load(Loop.CLOSED, 0, 1);

    private static final Scenario FLOOR_SCENARIO = new Scenario("", Action.AUTHENTICATE, "", FLOOR, false);
    /** Of its own load, before a window: what stood still is awake and at its pace. It doesn't count. */
    private static final long AWAKENING_NANOS = 150_000_000;
    /** The first time in a generation: what only this load, pinned, calls often enough is compiled then. */
    private static final long FIRST_AWAKENING_NANOS = 600_000_000;
    /** Fewer sends would be no load: then a few calls one after the other. */
    private static final double FEW = 10;

    private Suite suite;
    private final int number;
    private final long seed;
    private final List<String> order;
    private final Histograms histograms;
    private final Around around;
    private final long runStartNanos;
    private final long startNanos = System.nanoTime();

    private final List<Warmth> warmths = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Window> floors = new ArrayList<>();
    private final Set<String> awakened = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<PlantedSeen> planted = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();
    private double wakeUps;
    private Crossed crossedBefore = Crossed.NOTHING;
    private Crossed crossed = Crossed.NOTHING;
    private @Nullable CallTally lastTally;

    /** What there is all run long. */
    record Around(Placement placement, int cores, HiccupMeter hiccups, Probe probe, FrozenRows rest) {}

    GenerationRun(Suite suite, PlannedGeneration planned, Histograms histograms, Around around, long runStartNanos) {
        this.suite = suite;
        this.number = planned.number();
        this.seed = planned.seed();
        this.order = planned.order();
        this.histograms = histograms;
        this.around = around;
        this.runStartNanos = runStartNanos;
    }

    void warm(List<Deployment> pairs) throws InterruptedException {
        warmths.addAll(WarmUps.warm(suite, pairs, around.cores()));
    }

    void warmFloor(Deployment pair) throws InterruptedException {
        new FloorWarmUp(suite.warmUp(), pair).warm();
    }

    void pin(Iterable<Deployment> pairs) throws InterruptedException {
        for (Deployment pair : pairs) {
            pair.pin(around.placement());
        }
    }

    /** With rates that leave every row room, as they were found when all was warm and pinned. */
    void at(Suite scaled) {
        suite = scaled;
    }

    /** Wakes what is measured, and stops it again. */
    void measure(PlannedWindow window, int index, GenerationProcesses processes) throws InterruptedException {
        var ignored = measure(window, index, processes, Disturbance.NONE);
    }

    /** @param meanwhile what is done to it on purpose */
    Window measure(PlannedWindow window, int index, GenerationProcesses processes, Disturbance meanwhile)
            throws InterruptedException {
        Deployment pair = processes.pair(window.target());
        Scenario scenario = window.isFloor() ? FLOOR_SCENARIO : suite.scenario(window.scenario());
        meanwhile.early();
        long probed = around.probe().nanos();
        around.rest().wake(pair);
        awaken(pair, scenario);
        long wakeUpsBefore = IdleCores.wakeUps();
        long began = System.nanoTime();
        HarnessProcesses harness = processes.harness().beside(meanwhile.foreign());
        MachineWatch watch = MachineWatch.over(window.target(), processes.all(), around.hiccups(), harness, probed);
        meanwhile.begin();
        Window measured = window.isFloor()
                ? floor(index, window.round(), pair)
                : cell(index, window.round(), pair, scenario, meanwhile.lateNanos());
        meanwhile.end();
        MachineWatch.Seen what = watch.seen(processes.all());
        double seconds = (System.nanoTime() - began) / 1e9;
        around.rest().stop(pair);
        keep(
                window.isFloor() ? "floor" : scenario.name(),
                pair.name(),
                window.round(),
                Clock.HICCUP,
                what.hiccupNanos());
        Window whole = measured.beside(what.machine());
        (window.isFloor() ? floors : windows).add(whole);
        wakeUps = (wakeUps * index + (IdleCores.wakeUps() - wakeUpsBefore) / seconds) / (index + 1);
        around.rest().keepAlive();
        return whole;
    }

    /** What awakenings took that are no part of a usual round. */
    double firstAwakeningSeconds() {
        return awakened.size() * (FIRST_AWAKENING_NANOS - AWAKENING_NANOS) / 1e9;
    }

    private void awaken(Deployment pair, Scenario scenario) throws InterruptedException {
        boolean first = awakened.add(scenario.name() + "/" + pair.name());
        long nanos = first ? FIRST_AWAKENING_NANOS : AWAKENING_NANOS;
        if (scenario.name().isEmpty()) {
            var ignored = pair.measure(measure(AskedAction.of(Action.AUTHENTICATE), FLOOR, 0, nanos));
            return;
        }
        Load load = scenario.load();
        boolean rare = load.loop().open() && load.ratePerSecond() * nanos / 1e9 < FEW;
        Record question = load.loop() == Loop.BLOCKING
                ? new WarmBlocking(scenario.asked(), nanos)
                : load.loop().open() && !rare
                        ? new WarmOpen(scenario.asked(), load.ratePerSecond(), nanos)
                        : new Warm(scenario.asked(), Math.max(1, load.inFlight()), nanos);
        var ignored = pair.driver()
                .ask(question, Warmed.class, Duration.ofNanos(nanos).plus(Deployment.GRACE));
        var unused = pair.tally(0, List.of());
    }

    /** Once all is warm and pinned. */
    void beginCounting(GenerationProcesses processes) throws InterruptedException {
        crossedBefore = processes.crossed();
    }

    /** Once all windows are over, and all go on again. */
    void endCounting(GenerationProcesses processes) throws InterruptedException {
        crossed = processes.crossed().minus(crossedBefore);
        for (String row : order) {
            Footprints.of(processes.pair(row)).ifPresent(footprints::add);
        }
        lookAtPlanted(processes);
    }

    private void lookAtPlanted(GenerationProcesses processes) throws InterruptedException {
        for (String row : order) {
            if (suite.row(row).plantedMicros() > 0) {
                planted.add(planted(row, processes.pair(row)));
            }
        }
    }

    private static PlantedSeen planted(String name, Deployment pair) throws InterruptedException {
        long calls = 0;
        long nanos = 0;
        for (Deployment.Served server : pair.servers()) {
            InjectedDelay.Total total =
                    server.role().ask(new PlantedSoFar(), InjectedDelay.Total.class, Deployment.GRACE);
            calls += total.calls();
            nanos += total.nanos();
        }
        return new PlantedSeen(name, calls, nanos / 1e3 / Math.max(1, calls));
    }

    private Window floor(int index, int round, Deployment pair) throws InterruptedException {
        long at = sinceRunStart();
        Measured m = pair.measure(measure(
                AskedAction.of(Action.AUTHENTICATE),
                FLOOR,
                index,
                suite.window().toNanos()));
        keep("floor", pair.name(), round, Clock.ACTUAL, HistogramBytes.histogram(m.actual()));
        return WindowAssembler.floor(index, round, pair.name(), at, m);
    }

    private Window cell(int index, int round, Deployment pair, Scenario scenario, long lateNanos)
            throws InterruptedException {
        long at = sinceRunStart();
        int turn = seen.merge(scenario.name() + "/" + pair.name(), 1, Integer::sum);
        Measure measure = measure(
                scenario.asked(),
                scenario.load(),
                index,
                suite.window().toNanos(),
                // The same arrivals for every row in the same turn.
                seed * 31 + scenario.name().hashCode() + turn);
        Spent serverBefore = pair.serversSpent();
        long brokerBefore = pair.brokerCpuNanos();
        long compiledBefore = pair.brokerJitNanos();
        Measured m = lateNanos == 0 ? pair.measure(measure) : pair.measureLate(measure, lateNanos);
        Cost server = WindowAssembler.cost(pair.serversSpent().minus(serverBefore));
        long broker = pair.brokerCpuNanos() - brokerBefore;
        long compiled = pair.brokerJitNanos() - compiledBefore;
        CallTally tally = pair.tally(measure.window(), m.calls());
        lastTally = tally;
        keep(scenario.name(), pair.name(), round, m);
        return WindowAssembler.cell(index, round, scenario.name(), pair.name(), at, m, server, broker, compiled, tally);
    }

    private void keep(String scenario, String row, int round, Measured m) {
        keep(scenario, row, round, Clock.INTENDED, HistogramBytes.histogram(m.intended()));
        keep(scenario, row, round, Clock.ACTUAL, HistogramBytes.histogram(m.actual()));
        keep(scenario, row, round, Clock.SEND_LAG, HistogramBytes.histogram(m.sendLag()));
    }

    private void keep(String scenario, String row, int round, Clock clock, Histogram histogram) {
        histograms.add(new Cell(scenario, row, clock), round, histogram);
    }

    private Measure measure(AskedAction action, Load load, int index, long nanos) {
        return measure(action, load, index, nanos, 0);
    }

    private Measure measure(AskedAction action, Load load, int index, long nanos, long arrivals) {
        return new Measure(
                WindowAssembler.id(number, index),
                action,
                load.loop(),
                load.ratePerSecond(),
                load.inFlight(),
                nanos,
                arrivals);
    }

    private long sinceRunStart() {
        return (System.nanoTime() - runStartNanos) / 1_000_000;
    }

    /** What the services saw of the last window that was measured over a transport. */
    CallTally lastTally() {
        return Objects.requireNonNull(lastTally, "no window yet");
    }

    /** @param cutShort why it did not come to its end; empty if it did */
    Generation generation(String cutShort) {
        return new Generation(
                number,
                (startNanos - runStartNanos) / 1_000_000,
                (System.nanoTime() - startNanos) / 1e9,
                order,
                List.copyOf(warmths),
                List.copyOf(windows),
                List.copyOf(floors),
                cutShort,
                wakeUps,
                List.copyOf(planted),
                crossed,
                List.copyOf(footprints));
    }
}
