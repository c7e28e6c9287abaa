package anywire.bench.conduct;

import anywire.host.Freezer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * All that is not measured stands still, whole rows at a time. A row that has stood still for a while is let go on for a
 * moment between windows, so that its timers (heartbeats of some seconds, leases) are answered. Where nothing can be
 * stopped, what a window set going is waited for instead. To be used by one thread.
 */
final class Rest {
    /** The shortest patience that a transport has with a silent peer is 3 s (udp's). */
    private static final long LONGEST_NANOS = 2_500_000_000L;

    private static final long MOMENT_NANOS = 50_000_000;

    private final Optional<Freezer> freezer;
    /** When each last went on. */
    private final Map<String, Long> awakeNanos = new LinkedHashMap<>();

    Rest(Freezer freezer) {
        this.freezer = Optional.of(freezer).filter(f -> f.means() != Freezer.Means.NONE);
    }

    private Rest() {
        this.freezer = Optional.empty();
    }

    /** Of one row alone: there is nobody who should stand still. */
    static Rest ofNobody() {
        return new Rest();
    }

    /** From now on they stand still, but for their own windows. */
    void begin(Iterable<Pair> pairs) {
        awakeNanos.clear();
        for (Pair pair : pairs) {
            freezer.ifPresent(f -> {
                f.enrol(pair.name(), pair.pids());
                stop(f, pair.name());
            });
        }
    }

    void wake(Pair pair) {
        freezer.filter(f -> awakeNanos.containsKey(pair.name())).ifPresent(f -> f.thaw(pair.name()));
    }

    void stop(Pair measured) throws InterruptedException {
        if (freezer.isPresent() && awakeNanos.containsKey(measured.name())) {
            stop(freezer.get(), measured.name());
        } else {
            Bystanders.settle(measured);
        }
    }

    /** Between two windows. */
    void keepAlive() throws InterruptedException {
        if (freezer.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        List<String> due = awakeNanos.entrySet().stream()
                .filter(row -> now - row.getValue() > LONGEST_NANOS)
                .map(Map.Entry::getKey)
                .toList();
        if (!due.isEmpty()) {
            due.forEach(freezer.get()::thaw);
            TimeUnit.NANOSECONDS.sleep(MOMENT_NANOS);
            due.forEach(row -> stop(freezer.get(), row));
        }
    }

    /** All go on. */
    void end() {
        freezer.ifPresent(f -> awakeNanos.keySet().forEach(f::forget));
        awakeNanos.clear();
    }

    private void stop(Freezer f, String row) {
        f.freeze(row);
        awakeNanos.put(row, System.nanoTime());
    }
}
