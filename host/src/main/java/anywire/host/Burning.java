package anywire.host;

import anywire.transport.Call;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A service whose process uses more CPU for each call without answering any later: the work is done by a thread that gets what
 * nothing else wants of a core. To see whether that alone is taken for a difference.
 */
final class Burning extends ForwardingService {
    private final Burner burner;

    Burning(Service inner, Burner burner) {
        super(inner);
        this.burner = burner;
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        burner.owe();
        return super.call(call);
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        burner.owe();
        return super.receive(call);
    }

    /** The thread. It looks for itself what there is to do: to be woken would cost the caller some microseconds. */
    static final class Burner implements AutoCloseable {
        private static final long LOOK_NANOS = 2_000_000;
        /** What is owed beyond is forgotten: a warm-up makes more calls than there is CPU for, which would be paid in windows. */
        private static final long MOST_CALLS = 100;

        private final long nanosPerCall;
        private final LongAdder owed = new LongAdder();
        private volatile boolean closed;

        /** @param microsPerCall 0 for no thread at all */
        Burner(int microsPerCall) {
            this.nanosPerCall = microsPerCall * 1_000L;
            if (burns()) {
                Thread thread = new Thread(this::run, "burner");
                thread.setDaemon(true);
                thread.start();
            }
        }

        boolean burns() {
            return nanosPerCall > 0;
        }

        /** One call's worth. Safe for use by many threads. */
        void owe() {
            owed.increment();
        }

        private void run() {
            try {
                Cores.letThisThreadWait();
            } catch (InterruptedException e) {
                return;
            }
            while (!closed) {
                LockSupport.parkNanos(LOOK_NANOS);
                var ignored = CpuBurn.burn(Math.min(MOST_CALLS, owed.sumThenReset()) * nanosPerCall, () -> !closed);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
