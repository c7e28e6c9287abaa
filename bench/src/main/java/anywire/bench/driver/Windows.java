package anywire.bench.driver;

import anywire.bench.driver.Protocol.Calls;
import anywire.bench.driver.Protocol.Measure;
import anywire.bench.driver.Protocol.Measured;
import anywire.bench.driver.Protocol.Pushes;
import anywire.bench.driver.Protocol.Steps;
import anywire.bench.driver.Protocol.Warm;
import anywire.bench.driver.Protocol.WarmBlocking;
import anywire.bench.driver.Protocol.WarmOpen;
import anywire.bench.driver.Protocol.Warmed;
import anywire.bench.load.Action;
import anywire.bench.load.Arrivals;
import anywire.bench.load.BlockingLoop;
import anywire.bench.load.ClosedLoop;
import anywire.bench.load.Loaded;
import anywire.bench.load.Numbering;
import anywire.bench.load.OpenLoop;
import anywire.bench.load.Punctual;
import anywire.bench.measure.HistogramBytes;
import anywire.bench.measure.WindowSummary;
import anywire.bench.run.FlightLog;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.host.Spent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs windows, measured and not, one at a time; the sending thread is the same in all of them. */
final class Windows {
    private static final Duration DRAIN_BEYOND_DEADLINE = Duration.ofMillis(300);

    private final Numbering numbering;
    private final Map<String, Action> actions;
    private final Duration deadline;
    private long lastWarmUp;
    private @Nullable Flown last;
    private @Nullable FlightLog kept;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(
                () -> {
                    Punctual.lowerSlack();
                    task.run();
                },
                "sender");
        thread.setDaemon(true);
        return thread;
    });

    Windows(Numbering numbering, Map<String, Action> actions, Duration deadline) {
        this.numbering = numbering;
        this.actions = actions;
        this.deadline = deadline;
    }

    Warmed warm(Warm warm) throws Exception {
        return warm(warm.action(), new Load(Loop.CLOSED, 0, warm.inFlight()), warm.nanos());
    }

    Warmed warm(WarmBlocking warm) throws Exception {
        return warm(warm.action(), new Load(Loop.BLOCKING, 0, 1), warm.nanos());
    }

    Warmed warm(WarmOpen warm) throws Exception {
        return warm(warm.action(), new Load(Loop.POISSON, warm.ratePerSecond(), 0), warm.nanos());
    }

    private Warmed warm(String action, Load load, long nanos) throws Exception {
        Spent before = Spent.now();
        // Numbered as in a measured window: a path first taken there would throw compiled code away.
        numbering.begin(--lastWarmUp);
        Flown flown = fly(lastWarmUp, action, load, nanos, lastWarmUp, 0);
        numbering.end();
        WindowSummary s = flown.summary();
        return new Warmed(
                s.right(),
                s.sent() - s.right(),
                s.right() / flown.seconds(),
                Spent.now().minus(before));
    }

    Measured measure(Measure measure) throws Exception {
        return measure(measure, 0);
    }

    /** @param lateNanos after its time, that each call of an open loop is sent */
    Measured measure(Measure measure, long lateNanos) throws Exception {
        numbering.begin(measure.window());
        Spent before = Spent.now();
        Load load = new Load(Loop.valueOf(measure.loop()), measure.ratePerSecond(), measure.inFlight());
        Flown flown = fly(measure.window(), measure.action(), load, measure.nanos(), measure.seed(), lateNanos);
        last = flown;
        Spent spent = Spent.now().minus(before);
        WindowSummary s = flown.summary();
        List<Calls> calls = numbering.end().stream()
                .map(entry -> new Calls(entry.getKey(), entry.getValue()))
                .toList();
        return new Measured(
                HistogramBytes.of(s.intended()),
                HistogramBytes.of(s.actual()),
                HistogramBytes.of(s.sendLag()),
                flown.loaded().intended(),
                s.sent(),
                s.right(),
                s.wrong(),
                s.refused(),
                s.failed(),
                s.timedOut(),
                s.unanswered(),
                flown.seconds(),
                s.right() / flown.seconds(),
                s.steadiness(),
                pushes(action(measure.action())),
                calls,
                flown.loaded().faults().get().entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .toList(),
                spent);
    }

    /** How the last measured window went. */
    Steps steps(long stepNanos) {
        Flown flown = last;
        if (flown == null) {
            throw new IllegalStateException("no window yet");
        }
        return StepsOf.log(flown.log(), flown.loaded().startNanos(), stepNanos);
    }

    private record Flown(Loaded loaded, FlightLog log, WindowSummary summary) {
        double seconds() {
            return (loaded.endNanos() - loaded.startNanos()) / 1e9;
        }
    }

    private Flown fly(long window, String name, Load load, long nanos, long seed, long lateNanos) throws Exception {
        Action action = action(name);
        Loaded loaded;
        FlightLog log;
        if (load.loop().open()) {
            long[] offsets = Arrivals.offsets(load, nanos, seed);
            log = new FlightLog(offsets.length);
            action.prepare(window, offsets.length);
            loaded = on(sender, () -> OpenLoop.run(action, log, offsets, nanos, lateNanos));
        } else {
            int capacity = (int) (nanos / 1e9 * action.maxPerSecond()) + load.inFlight();
            log = roomy(capacity);
            action.prepare(window, capacity);
            loaded = on(
                    sender,
                    () -> load.loop() == Loop.BLOCKING
                            ? BlockingLoop.run(action, log, nanos)
                            : ClosedLoop.run(action, log, load.inFlight(), nanos, deadline.toNanos()));
        }
        drain(log);
        return new Flown(loaded, log, WindowSummary.of(log, deadline.toNanos(), System.nanoTime()));
    }

    /**
     * A closed loop's log has room for more calls than any transport makes, tens of megabytes, so it is kept: a new one for each window
     * would be copied by a collection that falls into it, and be most of what that takes.
     */
    private FlightLog roomy(int capacity) {
        FlightLog log = kept;
        if (log == null || log.capacity() < capacity || log.finished() != log.started()) {
            log = new FlightLog(capacity);
            kept = log;
        } else {
            log.reset();
        }
        return log;
    }

    private void drain(FlightLog log) {
        long until = System.nanoTime() + deadline.plus(DRAIN_BEYOND_DEADLINE).toNanos();
        while (log.finished() < log.started() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Pushes pushes(Action action) {
        Action.Heard heard = action.heard();
        return new Pushes(heard.expected(), heard.heard(), heard.doubled(), heard.outOfOrder());
    }

    private Action action(String name) {
        Action action = actions.get(name);
        if (action == null) {
            throw new IllegalArgumentException("action " + name + " was not made ready");
        }
        return action;
    }

    private static <T> T on(ExecutorService sender, Callable<T> task) throws Exception {
        try {
            return sender.submit(task).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
