package anywire.bench.engine.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An action whose truth is known: it is over when its {@link Departures} say so, and it writes down when each call came
 * in and how long it really waited, by its own clock readings. What the harness makes of it can be held against that.
 */
public final class Responder implements Task {
    /** Of a known queue: calls leave one by one, so far apart at least. */
    public static final long QUEUE_SERVICE_NANOS = 1_000_000;

    private static final CompletionStage<Boolean> AT_ONCE = CompletableFuture.completedStage(true);

    private static final long WAKE_NANOS = 2_000_000;
    private static final Runnable NOTHING = () -> {};

    private final Departures departures;
    private final Releases releases = new Releases();
    private long[] arrivals = {};
    private long[] waited = {};
    private int started;

    Responder(Departures departures) {
        this.departures = departures;
    }

    @Override
    public void prepare(long window, int capacity) {
        departures.begin(window);
        arrivals = new long[capacity];
        waited = new long[capacity];
        Arrays.fill(waited, -1);
        started = 0;
    }

    /** In a closed loop, which only warms up, on two threads at once. */
    @Override
    public synchronized CompletionStage<Boolean> start(int number) {
        long arrival = System.nanoTime();
        long departure = departures.nanos(arrival);
        started = Math.max(started, number + 1);
        arrivals[number] = arrival;
        long[] into = waited;
        if (departure == arrival) {
            into[number] = System.nanoTime() - arrival;
            // What is held against the delays must leave the core as busy as they do: the same thread wakes for it too.
            releases.at(arrival + WAKE_NANOS, NOTHING);
            return AT_ONCE;
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        releases.at(departure, () -> {
            into[number] = System.nanoTime() - arrival;
            answer.complete(true);
        });
        return answer;
    }

    /** When each call of the last window came in, from the first one's arrival on. To be asked once it is over. */
    public synchronized List<Long> arrivalNanos() {
        List<Long> nanos = new ArrayList<>(started);
        for (int i = 0; i < started; i++) {
            nanos.add(arrivals[i] - arrivals[0]);
        }
        return nanos;
    }

    /** How long each call of the last window waited; -1 for one that was not let go. To be asked once it is over. */
    public synchronized List<Long> waitedNanos() {
        return Arrays.stream(waited, 0, started).boxed().toList();
    }

    @Override
    public void close() {
        releases.close();
    }
}
