package anywire.bench.engine.load;

import anywire.bench.model.FlightLog;
import anywire.bench.model.FlightLog.Outcome;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Starts actions and logs what becomes of them. Safe for completions on many threads. */
final class Launch {
    private final Task action;
    private final FlightLog log;
    private final ConcurrentHashMap<String, LongAdder> faults = new ConcurrentHashMap<>();

    Launch(Task action, FlightLog log) {
        this.action = action;
        this.log = log;
    }

    void start(int number, long intendedNanos, Runnable after) {
        log.sent(number, intendedNanos, System.nanoTime());
        CompletionStage<Boolean> over;
        try {
            over = action.start(number);
        } catch (RuntimeException e) {
            done(number, false, e);
            after.run();
            return;
        }
        over.whenComplete((right, failure) -> {
            done(number, Boolean.TRUE.equals(right), failure);
            after.run();
        });
    }

    /** Starts one and waits until it is over: what is logged ends when the caller goes on. */
    void startAndWait(int number) {
        long now = System.nanoTime();
        log.sent(number, now, now);
        try {
            done(
                    number,
                    Boolean.TRUE.equals(
                            action.start(number).toCompletableFuture().join()),
                    null);
        } catch (RuntimeException e) {
            done(number, false, e);
        }
    }

    private void done(int number, boolean right, @Nullable Throwable failure) {
        long now = System.nanoTime();
        if (failure == null) {
            log.done(number, now, right ? Outcome.RIGHT : Outcome.WRONG);
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RefusedException refused) {
            count("REFUSED " + refused.why());
            log.done(number, now, Outcome.REFUSED);
        } else if (cause instanceof TransportException.TimedOut) {
            count("TIMED_OUT");
            log.done(number, now, Outcome.TIMED_OUT);
        } else {
            count(cause instanceof TransportException fault ? fault.fault().name() : cause.toString());
            log.done(number, now, Outcome.FAILED);
        }
    }

    private void count(String fault) {
        faults.computeIfAbsent(fault, f -> new LongAdder()).increment();
    }

    /** By kind. */
    Map<String, Long> faults() {
        Map<String, Long> counts = new TreeMap<>();
        faults.forEach((fault, count) -> counts.put(fault, count.sum()));
        return counts;
    }
}
