package anywire.bench.engine.driver;

import anywire.bench.engine.driver.Protocol.Calls;
import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.driver.Protocol.Pushes;
import anywire.bench.engine.driver.Protocol.Steps;
import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.WarmBlocking;
import anywire.bench.engine.driver.Protocol.WarmOpen;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.engine.load.Arrivals;
import anywire.bench.engine.load.BlockingLoop;
import anywire.bench.engine.load.ClosedLoop;
import anywire.bench.engine.load.Loaded;
import anywire.bench.engine.load.Numbering;
import anywire.bench.engine.load.OpenLoop;
import anywire.bench.engine.load.Punctual;
import anywire.bench.engine.load.Task;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.bench.engine.measure.WindowSummary;
import anywire.bench.model.AskedAction;
import anywire.bench.model.FlightLog;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
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
    private final Map<AskedAction, Task> tasks;
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

    Windows(Numbering numbering, Map<AskedAction, Task> tasks, Duration deadline) {
        this.numbering = numbering;
        this.tasks = tasks;
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

    private Warmed warm(AskedAction action, Load load, long nanos) throws Exception {
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
        Load load = new Load(measure.loop(), measure.ratePerSecond(), measure.inFlight());
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
                pushes(task(measure.action())),
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
        return TimeSeries.log(flown.log(), flown.loaded().startNanos(), stepNanos);
    }

    private record Flown(Loaded loaded, FlightLog log, WindowSummary summary) {
        double seconds() {
            return (loaded.endNanos() - loaded.startNanos()) / 1e9;
        }
    }

    private Flown fly(long window, AskedAction asked, Load load, long nanos, long seed, long lateNanos)
            throws Exception {
        Task task = task(asked);
        Loaded loaded;
        FlightLog log;
        if (load.loop().open()) {
            long[] offsets = Arrivals.offsets(load, nanos, seed);
            log = new FlightLog(offsets.length);
            task.prepare(window, offsets.length);
            loaded = on(sender, () -> OpenLoop.run(task, log, offsets, nanos, lateNanos));
        } else {
            int capacity = (int) (nanos / 1e9 * task.maxPerSecond()) + load.inFlight();
            log = roomy(capacity);
            task.prepare(window, capacity);
            loaded = on(
                    sender,
                    () -> load.loop() == Loop.BLOCKING
                            ? BlockingLoop.run(task, log, nanos)
                            : ClosedLoop.run(task, log, load.inFlight(), nanos, deadline.toNanos()));
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

    private static Pushes pushes(Task task) {
        Task.Heard heard = task.heard();
        return new Pushes(heard.expected(), heard.heard(), heard.doubled(), heard.outOfOrder());
    }

    private Task task(AskedAction asked) {
        Task task = tasks.get(asked);
        if (task == null) {
            throw new IllegalArgumentException(asked + " was not made ready");
        }
        return task;
    }

    private static <T> T on(ExecutorService sender, Callable<T> task) throws Exception {
        try {
            return sender.submit(task).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
