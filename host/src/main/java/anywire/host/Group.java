package anywire.host;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Processes that are frozen together: in a cgroup of their own, or, where there is none or it fails, by signals. */
final class Group {
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final int ROUNDS = 100;

    private final Set<KnownProcess> members = new LinkedHashSet<>();
    private final Watchdog watchdog;
    private final Signals signals;
    private @Nullable Cgroup cgroup;
    private boolean frozen;

    /** @param cgroup without a process in it; null for signals */
    Group(Watchdog watchdog, @Nullable Cgroup cgroup) {
        this.watchdog = watchdog;
        this.signals = new Signals(watchdog);
        this.cgroup = cgroup;
    }

    /** These and all their descendants. */
    void add(Collection<KnownProcess> processes) {
        members.addAll(Family.of(processes));
        watchdog.know(members);
        Cgroup own = cgroup;
        if (own != null) {
            try {
                move(own);
            } catch (IOException e) {
                fallBack(own);
            }
        }
        if (frozen && cgroup == null) {
            freeze();
        }
    }

    /** Until no new one appears, since who is not in it yet may have forked. */
    private void move(Cgroup to) throws IOException {
        Set<KnownProcess> moved = new LinkedHashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Set<KnownProcess> fresh = Family.of(members);
            members.addAll(fresh);
            Set<Long> inside = to.members();
            fresh.removeIf(process -> inside.contains(process.pid()));
            if (!moved.addAll(fresh)) {
                return;
            }
            watchdog.know(fresh);
            for (KnownProcess process : fresh) {
                move(process, to);
            }
        }
        throw new IOException("new processes without end");
    }

    private static void move(KnownProcess process, Cgroup to) throws IOException {
        try {
            to.add(process.pid());
        } catch (IOException e) {
            if (ProcStat.of(process.pid()).filter(now -> !now.ended()).isPresent()) {
                throw e;
            }
        }
    }

    /** From now on by signals; whoever is in the cgroup runs. */
    private void fallBack(Cgroup from) {
        try {
            boolean ignored = from.thaw(MOMENT);
        } catch (IOException e) {
            // Then it never froze.
        }
        cgroup = null;
    }

    /** @throws RoleFailedException as {@link Freezer#freeze} has it */
    void freeze() {
        watchdog.check();
        // From the first signal on there is something to be undone.
        frozen = true;
        Cgroup own = cgroup;
        if (own != null) {
            try {
                if (own.freeze(MOMENT)) {
                    return;
                }
            } catch (IOException e) {
                // By signals then.
            }
            fallBack(own);
        }
        String obstacle = signals.stop(members).orElse("");
        if (!obstacle.isEmpty()) {
            thaw();
            throw new RoleFailedException("can't freeze: " + obstacle);
        }
    }

    /** @throws RoleFailedException if they can't be continued */
    void thaw() {
        if (!frozen) {
            return;
        }
        Cgroup own = cgroup;
        if (own == null) {
            signals.go(members);
        } else {
            thaw(own);
            watchdog.check();
        }
        frozen = false;
    }

    private static void thaw(Cgroup cgroup) {
        try {
            if (!cgroup.thaw(MOMENT)) {
                throw new RoleFailedException("a cgroup does not thaw");
            }
        } catch (IOException e) {
            throw new RoleFailedException("a cgroup can't be thawed: " + e.getMessage());
        }
    }

    boolean frozen() {
        return frozen;
    }
}
