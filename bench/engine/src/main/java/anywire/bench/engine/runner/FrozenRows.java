package anywire.bench.engine.runner;

import anywire.host.Freezer;
import anywire.host.RoleFailedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * All that is not measured stands still, whole rows at a time. A row that has stood still for a while is let go on for a
 * moment between windows, so that its timers (heartbeats of some seconds, leases) are answered. Where nothing can be
 * stopped, what a window set going is waited for instead. To be used by one thread.
 */
final class FrozenRows {
    /** The shortest patience that a transport has with a silent peer is 3 s (udp's). */
    private static final long LONGEST_NANOS = 2_500_000_000L;

    private static final long MOMENT_NANOS = 50_000_000;
    /** With whoever is due go all that would be soon, so that one moment does for all. */
    private static final long SOON_NANOS = LONGEST_NANOS / 3;

    private Optional<Freezer> freezer;
    private final Consumer<String> warning;
    /** When each last went on. */
    private final Map<String, Long> awakeNanos = new LinkedHashMap<>();

    /** @param warning hears in one line of what went wrong, and how it goes on */
    FrozenRows(Freezer freezer, Consumer<String> warning) {
        this.warning = warning;
        this.freezer = Optional.of(freezer).filter(f -> f.means() != Freezer.Means.NONE);
    }

    private FrozenRows() {
        this.warning = line -> {};
        this.freezer = Optional.empty();
    }

    /** Of one row alone: there is nobody who should stand still. */
    static FrozenRows ofNobody() {
        return new FrozenRows();
    }

    /** From now on they stand still, but for their own windows. */
    void begin(Iterable<Deployment> pairs) {
        awakeNanos.clear();
        for (Deployment pair : pairs) {
            freezer.ifPresent(f -> {
                f.enrol(pair.name(), pair.pids());
                stop(f, pair.name());
            });
        }
    }

    void wake(Deployment pair) {
        freezer.filter(f -> awakeNanos.containsKey(pair.name())).ifPresent(f -> f.thaw(pair.name()));
    }

    void stop(Deployment measured) throws InterruptedException {
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
        if (!resting(now - LONGEST_NANOS).isEmpty()) {
            List<String> due = resting(now - SOON_NANOS);
            Freezer f = freezer.get();
            due.forEach(f::thaw);
            TimeUnit.NANOSECONDS.sleep(MOMENT_NANOS);
            due.forEach(row -> stop(f, row));
        }
    }

    /** Who has not gone on since. */
    private List<String> resting(long sinceNanos) {
        return awakeNanos.entrySet().stream()
                .filter(row -> row.getValue() - sinceNanos < 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All go on. */
    void end() {
        freezer.ifPresent(f -> awakeNanos.keySet().forEach(f::forget));
        awakeNanos.clear();
    }

    /** What can't be stopped is not worth a run: all go on from then on, as where nothing can be stopped. */
    private void stop(Freezer f, String row) {
        if (freezer.isEmpty()) {
            return;
        }
        try {
            f.freeze(row);
            awakeNanos.put(row, System.nanoTime());
        } catch (RoleFailedException e) {
            f.thawAll();
            freezer = Optional.empty();
            warning.accept("rows that are not measured can't be stopped any more, and run on: " + e.getMessage());
        }
    }
}
