package anywire.host;

import anywire.transport.Call;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** A service made slower by a known time, to see whether a run finds the difference: it spins before each call and event. */
public final class InjectedDelay extends ForwardingService {
    private final long nanos;
    private final Stamps stamps;

    InjectedDelay(Service inner, int micros, Stamps stamps) {
        super(inner);
        this.nanos = micros * 1_000L;
        this.stamps = stamps;
    }

    /** What was really spun. */
    public record Total(long calls, long nanos) {}

    /** Adds up; safe for use by many threads. */
    static final class Stamps {
        private final LongAdder calls = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        void add(long spun) {
            calls.increment();
            nanos.add(spun);
        }

        Total total() {
            return new Total(calls.sum(), nanos.sum());
        }
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        spin();
        return super.call(call);
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        spin();
        return super.receive(call);
    }

    private void spin() {
        long start = System.nanoTime();
        long now = start;
        while (now - start < nanos) {
            Thread.onSpinWait();
            now = System.nanoTime();
        }
        stamps.add(now - start);
    }
}
