package anywire.host;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stops processes by SIGSTOP, which no process can refuse, and continues them by SIGCONT. */
final class Signals {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** After that, who waits in the kernel counts as still. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final Watchdog watchdog;

    Signals(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /**
     * Stops them, and whoever descends from them: those that were forked meanwhile are found once their parents stand
     * still.
     *
     * @param members those that are found are added, and those that have ended removed
     * @return why one does not stand still; empty if all do
     */
    Optional<String> stop(Set<KnownProcess> members) {
        Set<KnownProcess> stopped = new LinkedHashSet<>();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - end < 0) {
            Set<KnownProcess> fresh = Family.of(members);
            members.retainAll(fresh);
            fresh.removeAll(stopped);
            if (fresh.isEmpty()) {
                return Optional.empty();
            }
            stopped.addAll(fresh);
            members.addAll(fresh);
            Set<Long> refused = new LinkedHashSet<>(watchdog.stop(fresh));
            refused.removeIf(
                    pid -> ProcStat.of(pid).filter(each -> !each.ended()).isEmpty());
            Optional<String> obstacle =
                    refused.isEmpty() ? awaitStill(stopped) : Optional.of("may not stop " + refused);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.of("new processes without end");
    }

    private static Optional<String> awaitStill(Set<KnownProcess> processes) {
        if (Polling.until(() -> restless(processes, false).isEmpty(), SOON)
                || Polling.until(() -> restless(processes, true).isEmpty(), LIMIT)) {
            return Optional.empty();
        }
        List<String> states = restless(processes, true).stream()
                .map(thread -> thread.id() + " (" + thread.state() + ")")
                .toList();
        return states.isEmpty() ? Optional.empty() : Optional.of("threads that go on: " + String.join(", ", states));
    }

    /**
     * Threads that are not stopped.
     *
     * @param waiting whether one that waits in the kernel is as good as stopped, which it is before it gets back to its own
     *     code. The parent of a {@code vfork} waits so for a child that was stopped first, and would for ever.
     */
    private static Set<ProcStat> restless(Set<KnownProcess> processes, boolean waiting) {
        return processes.stream()
                .filter(each -> ProcStat.of(each.pid())
                        .filter(now -> now.known().equals(each))
                        .isPresent())
                .flatMap(each -> ProcStat.ofThreads(each.pid()).stream())
                .filter(thread -> !thread.stopped() && !thread.ended())
                .filter(thread -> !waiting || thread.state() != 'D')
                .collect(Collectors.toSet());
    }

    /** The signal has taken effect once it is sent. */
    void go(Set<KnownProcess> members) {
        watchdog.go(members);
    }
}
