package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.AskSteps;
import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.driver.Protocol.Steps;
import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.Trials.Moment;
import anywire.bench.model.Trials.Overload;
import anywire.host.InjectedDelay;
import anywire.host.RoleProcess;
import anywire.host.ServiceRole.PlantedSoFar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Events for some seconds at ten times the rate that their consumer, made slow, can handle; and then for as long as it takes
 * to handle them.
 */
final class OverloadTrial {
    /** How long the consumer is at each event: 500 a second at most. */
    static final int HANDLING_MICROS = 2_000;

    private static final double OFFERED_PER_SECOND = 10 * 1e6 / HANDLING_MICROS;
    static final Duration OFFERED = Duration.ofSeconds(10);
    private static final long STEP_NANOS = 250_000_000;
    private static final long WARM_NANOS = 500_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Nothing more was handled for so long: nothing more will be. */
    private static final long STILL_NANOS = 5_000_000_000L;

    private final Row row;
    private final RowProcesses processes;
    private final long offeredNanos;
    private final List<Seen> seen = new ArrayList<>();

    private record Seen(long nanos, long handled) {}

    /** @param offered how long too many come */
    OverloadTrial(Row row, RowProcesses processes, Duration offered) {
        this.row = row;
        this.processes = processes;
        this.offeredNanos = offered.toNanos();
    }

    Overload run() throws InterruptedException {
        processes.start();
        Deployment pair = processes.pair();
        pair.pin(Placement.of(Layout.CROSS));
        RoleProcess consumer = pair.servers().get(processes.legOf("notify")).role();
        var unused = pair.driver().ask(new Warm(AskedAction.of(Action.PUBLISH), 1, WARM_NANOS), Warmed.class, PATIENCE);
        TimeUnit.SECONDS.sleep(1);
        long before = handled(consumer);
        pair.driver()
                .send(new Measure(
                        1, AskedAction.of(Action.PUBLISH), Loop.CONSTANT, OFFERED_PER_SECOND, 0, offeredNanos, 1));
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < offeredNanos) {
            look(consumer, before);
        }
        Measured measured = pair.driver().receive(Measured.class, PATIENCE);
        Steps steps = pair.driver().ask(new AskSteps(STEP_NANOS), Steps.class, PATIENCE);
        drain(consumer, before, measured.sent() - failed(measured));
        return overload(measured, steps);
    }

    private static long failed(Measured m) {
        return m.failed() + m.refused() + m.timedOut();
    }

    private static long handled(RoleProcess consumer) throws InterruptedException {
        return consumer.ask(new PlantedSoFar(), InjectedDelay.Total.class, PATIENCE)
                .calls();
    }

    private void look(RoleProcess consumer, long before) throws InterruptedException {
        long now = System.nanoTime();
        seen.add(new Seen(now, handled(consumer) - before));
        TimeUnit.NANOSECONDS.sleep(Math.max(0, STEP_NANOS - (System.nanoTime() - now)));
    }

    private void drain(RoleProcess consumer, long before, long expected) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long last = -1;
        long lastChange = System.nanoTime();
        while (System.nanoTime() - until < 0 && System.nanoTime() - lastChange < STILL_NANOS) {
            look(consumer, before);
            long handled = seen.get(seen.size() - 1).handled();
            if (handled >= expected) {
                return;
            }
            if (handled != last) {
                last = handled;
                lastChange = System.nanoTime();
            }
        }
    }

    private Overload overload(Measured measured, Steps steps) {
        List<Moment> moments = new ArrayList<>();
        for (Seen at : seen) {
            int step = (int)
                    Math.max(0, Math.min(steps.sent().size() - 1L, (at.nanos() - steps.startNanos()) / STEP_NANOS));
            moments.add(new Moment(
                    (at.nanos() - steps.startNanos()) / 1e9,
                    steps.sent().get(step),
                    steps.wentOn().get(step),
                    steps.failed().get(step),
                    at.handled(),
                    steps.medianNanos().get(step)));
        }
        Seen last = seen.get(seen.size() - 1);
        long failed = failed(measured);
        long left = Math.max(0, measured.sent() - failed - last.handled());
        double drained = Math.max(0, (lastChange() - steps.startNanos() - offeredNanos) / 1e9);
        return new Overload(
                row.name(),
                handledPerSecond(steps.startNanos()),
                OFFERED_PER_SECOND,
                offeredNanos / 1e9,
                drained,
                measured.sent(),
                measured.right(),
                failed,
                measured.faults(),
                last.handled(),
                left,
                moments);
    }

    /** When the last one was seen to be handled. */
    private long lastChange() {
        Seen last = seen.get(seen.size() - 1);
        for (int i = seen.size() - 1; i > 0; i--) {
            if (seen.get(i - 1).handled() < last.handled()) {
                return seen.get(i).nanos();
            }
        }
        return last.nanos();
    }

    private double handledPerSecond(long startNanos) {
        List<Seen> offered = seen.stream()
                .filter(s -> s.nanos() > startNanos && s.nanos() < startNanos + offeredNanos)
                .toList();
        if (offered.size() < 2) {
            return 0;
        }
        Seen first = offered.get(0);
        Seen last = offered.get(offered.size() - 1);
        return (last.handled() - first.handled()) / ((last.nanos() - first.nanos()) / 1e9);
    }
}
