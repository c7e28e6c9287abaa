package anywire.host;

import anywire.transport.Call;
import anywire.transport.Key;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

/**
 * Writes down which numbered calls a service saw: the far end of the accounting. A call's key holds the window (high)
 * and, below, the operation's number in the window's list and the call's own. Costs the same over every transport.
 */
final class CallRecorder extends ForwardingService {
    private final Sightings sightings;

    CallRecorder(Service inner, Sightings sightings) {
        super(inner);
        this.sightings = sightings;
    }

    /** The keys seen, in order of arrival. Safe for use by many threads. */
    static final class Sightings {
        private long[] windows = new long[4096];
        private long[] numbers = new long[4096];
        private int count;

        synchronized void add(Key key) {
            if (count == windows.length) {
                windows = Arrays.copyOf(windows, count * 2);
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            windows[count] = key.high();
            numbers[count++] = key.low();
        }

        /** The numbers seen in a window, in order of arrival; forgets all that was seen so far, other windows' too. */
        synchronized long[] take(long window) {
            long[] taken = new long[count];
            int n = 0;
            for (int i = 0; i < count; i++) {
                if (windows[i] == window) {
                    taken[n++] = numbers[i];
                }
            }
            count = 0;
            return Arrays.copyOf(taken, n);
        }
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        see(call);
        return super.call(call);
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        see(call);
        return super.receive(call);
    }

    private void see(Call call) {
        if (call.key().isPresent()) {
            sightings.add(call.key().get());
        }
    }
}
