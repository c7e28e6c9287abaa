package anywire.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stops and continues groups of processes, so that one group at a time has the machine. One a run; to be used by one
 * thread, whose interrupts are kept for later.
 *
 * <pre>
 *   enrol  -->  running  -- freeze -->  frozen
 *                        &lt;--  thaw  --
 * </pre>
 *
 * Nobody stays frozen when this process ends without {@link #close}, whatever ended it: a {@link Watchdog} continues all
 * that were ever enrolled, gives them a second to leave, and kills those that are still there.
 *
 * <p>A frozen process answers nothing and does not hear that its standard input has ended: thaw before asking it or
 * closing it. Freezing takes some milliseconds, more by signals, as all of {@code /proc} is read for descendants.
 */
public final class Freezer implements AutoCloseable {
    /** How processes are stopped. */
    public enum Means {
        /** The freezer of cgroups of version 2; a group that it does not stop in time is stopped by signals from then on. */
        CGROUP,
        /** SIGSTOP and SIGCONT, to each process. */
        SIGNAL,
        /** They are not: all calls do nothing. */
        NONE
    }

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Means means;
    private final String obstacle;
    private final @Nullable Watchdog watchdog;
    private final @Nullable CgroupTree cgroups;

    private Freezer(Means means, String obstacle, @Nullable Watchdog watchdog, @Nullable CgroupTree cgroups) {
        this.means = means;
        this.obstacle = obstacle;
        this.watchdog = watchdog;
        this.cgroups = cgroups;
    }

    /** By the best means that there is. What it is, is tried out; what former runs left frozen is thawed. */
    public static Freezer open() {
        return open(Means.CGROUP);
    }

    /** @param best of those that are to be tried */
    static Freezer open(Means best) {
        if (best == Means.NONE || !Files.isReadable(Path.of("/proc/self/stat"))) {
            return new Freezer(Means.NONE, "this is not Linux", null, null);
        }
        Watchdog watchdog;
        try {
            watchdog = Watchdog.start();
        } catch (IOException e) {
            return new Freezer(Means.NONE, "no shell can be started: " + e.getMessage(), null, null);
        }
        if (best == Means.SIGNAL) {
            return new Freezer(Means.SIGNAL, "nothing else was asked for", watchdog, null);
        }
        try {
            CgroupTree cgroups = CgroupTree.here();
            watchdog.watch(cgroups.folder());
            cgroups.tryOut();
            return new Freezer(Means.CGROUP, "", watchdog, cgroups);
        } catch (IOException e) {
            return new Freezer(Means.SIGNAL, String.valueOf(e.getMessage()), watchdog, null);
        }
    }

    /** The best means that there is here; it is tried the first time, and nothing is left behind. */
    public static Means available() {
        return Tried.MEANS;
    }

    /** Why it is not a better one; empty for {@link Means#CGROUP}. */
    public static String obstacle() {
        return Tried.OBSTACLE;
    }

    private static final class Tried {
        private static final Means MEANS;
        private static final String OBSTACLE;

        static {
            try (Freezer tried = open()) {
                MEANS = tried.means;
                OBSTACLE = tried.obstacle;
            }
        }
    }

    public Means means() {
        return means;
    }

    /**
     * Adds these processes and all their descendants to the group; those that are gone are left out. To be called again
     * when there may be new ones: children of members are found by themselves, and those of a process that was not a member
     * yet, and has ended, are not. If the group is frozen, they are frozen with it.
     *
     * @param group a row's name, say
     * @throws IllegalArgumentException if this process is among them
     * @throws RoleFailedException if the group is frozen, and can't be with them: it runs then
     */
    public void enrol(String group, Collection<Long> pids) {
        if (pids.contains(ProcessHandle.current().pid())) {
            throw new IllegalArgumentException("a process can't freeze itself");
        }
        Watchdog told = watchdog;
        if (told == null) {
            return;
        }
        groups.computeIfAbsent(group, name -> made(name, told))
                .add(pids.stream()
                        .flatMap(pid -> ProcStat.of(pid).stream())
                        .map(ProcStat::known)
                        .toList());
    }

    private Group made(String name, Watchdog told) {
        try {
            return new Group(told, cgroups == null ? null : cgroups.make(name));
        } catch (IOException e) {
            return new Group(told, null);
        }
    }

    /**
     * Returns when all of the group stand still, those included that descend from it by now.
     *
     * @throws IllegalArgumentException if nothing was enrolled under that name
     * @throws RoleFailedException if one does not stop within 10 s or may not be stopped; the group runs then
     */
    public void freeze(String group) {
        if (means == Means.NONE) {
            return;
        }
        Group stopped = groups.get(group);
        if (stopped == null) {
            throw new IllegalArgumentException("nothing is enrolled as " + group);
        }
        stopped.freeze();
    }

    /**
     * Returns when they run. Does nothing if they do.
     *
     * @throws RoleFailedException if they can't be continued
     */
    public void thaw(String group) {
        Group stopped = groups.get(group);
        if (stopped != null) {
            stopped.thaw();
        }
    }

    /**
     * All that are frozen; one that can't be thawed keeps none of the others.
     *
     * @throws RoleFailedException the first, of those that can't be
     */
    public void thawAll() {
        RoleFailedException first = null;
        for (Group group : groups.values()) {
            try {
                group.thaw();
            } catch (RoleFailedException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /**
     * Its processes are gone, or are about to be closed: it is thawed first. The watchdog still sees to those that are
     * there.
     *
     * @throws RoleFailedException if they can't be continued
     */
    public void forget(String group) {
        thaw(group);
        if (groups.remove(group) != null && watchdog != null) {
            watchdog.prune();
        }
    }

    /** Whether the group is frozen. */
    public boolean frozen(String group) {
        Group known = groups.get(group);
        return known != null && known.frozen();
    }

    /** 0 if there is none. */
    long watchdogPid() {
        return watchdog == null ? 0 : watchdog.pid();
    }

    /** Leaves all to the watchdog, as if this process had died. */
    void abandon() {
        if (watchdog != null) {
            watchdog.abandon();
        }
    }

    /** Thaws all, removes its cgroups, ends the watchdog. Where they can't be thawed, it is left to that. Idempotent. */
    @Override
    public void close() {
        Watchdog told = watchdog;
        if (told == null) {
            return;
        }
        try {
            thawAll();
        } catch (RoleFailedException e) {
            abandon();
            return;
        } finally {
            groups.clear();
        }
        if (cgroups != null) {
            cgroups.close();
        }
        told.close();
    }
}
