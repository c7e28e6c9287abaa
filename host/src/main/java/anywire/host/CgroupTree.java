package anywire.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cgroups of one freezer, below that of this process.
 *
 * <pre>
 *   OWN/anywire-PID-START-NUMBER/      of the harness, so that it is known whether it still lives
 *       1-http/                        a group
 *       2-amq/
 * </pre>
 */
final class CgroupTree implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("anywire-(\\d+)-(\\d+)-\\d+");
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final int ROUNDS = 20;
    private static final AtomicInteger TREES = new AtomicInteger();

    private final Path own;
    private final Path folder;
    private final List<Cgroup> made = new ArrayList<>();
    private int count;

    private CgroupTree(Path own, Path folder) {
        this.own = own;
        this.folder = folder;
    }

    /**
     * Nothing is made yet. What harnesses left that are gone, and their watchdogs with them, is thawed and removed.
     *
     * @throws IOException whose message says why there can be none
     */
    static CgroupTree here() throws IOException {
        Path own = CgroupMount.own();
        KnownProcess self = ProcStat.of(ProcessHandle.current().pid())
                .orElseThrow(() -> new IOException("/proc does not know this process"))
                .known();
        try {
            removeStale(own);
        } catch (IOException e) {
            // Whoever may not list it will not be able to make one either, which says more.
        }
        String name = "anywire-" + self.pid() + "-" + self.startTicks() + "-" + TREES.incrementAndGet();
        return new CgroupTree(own, own.resolve(name));
    }

    Path folder() {
        return folder;
    }

    /**
     * Makes the folder, and freezes a process to see whether that works.
     *
     * @throws IOException whose message says why it does not; the tree is closed then
     */
    void tryOut() throws IOException {
        try {
            Files.createDirectory(folder);
            Process tried = new ProcessBuilder("sh", "-c", "read nothing").start();
            try {
                Cgroup cgroup = make("probe");
                cgroup.add(tried.pid());
                if (!cgroup.freeze(MOMENT) || !cgroup.thaw(MOMENT)) {
                    throw new IOException("a process in a cgroup did not freeze");
                }
            } finally {
                tried.destroyForcibly();
            }
        } catch (IOException e) {
            close();
            throw new IOException(reason(e), e);
        }
    }

    private String reason(IOException e) {
        String place = "no cgroup can be used below " + own;
        if (e instanceof AccessDeniedException) {
            return place + ": permission denied";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return place + ": " + file.getReason();
        }
        return place + ": " + e.getMessage();
    }

    /** @param name any words */
    Cgroup make(String name) throws IOException {
        removeEmpty();
        count++;
        String safe = name.replaceAll("[^A-Za-z0-9_-]+", "-");
        Cgroup cgroup = Cgroup.make(folder.resolve(count + "-" + safe.substring(0, Math.min(safe.length(), 60))));
        made.add(cgroup);
        return cgroup;
    }

    /** Those in which no process is left. */
    private void removeEmpty() throws IOException {
        List<Cgroup> left = new ArrayList<>();
        for (Cgroup cgroup : made) {
            if (!cgroup.members().isEmpty() || !cgroup.remove()) {
                left.add(cgroup);
            }
        }
        made.clear();
        made.addAll(left);
    }

    /** Those of processes that are gone; never those of a harness that runs beside this one. */
    static void removeStale(Path own) throws IOException {
        try (DirectoryStream<Path> trees = Files.newDirectoryStream(own, "anywire-*")) {
            for (Path tree : trees) {
                Matcher name = NAME.matcher(String.valueOf(tree.getFileName()));
                if (name.matches() && !lives(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))) {
                    clear(tree, own);
                }
            }
        }
    }

    private static boolean lives(long pid, long startTicks) {
        return ProcStat.of(pid)
                .filter(process -> !process.ended() && process.startTicks() == startTicks)
                .isPresent();
    }

    /** Thaws who is in it and puts them back to where they came from. */
    private static void clear(Path tree, Path own) {
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(tree, Files::isDirectory)) {
            for (Path group : groups) {
                Cgroup cgroup = Cgroup.at(group);
                boolean ignored = cgroup.thaw(MOMENT) && empty(cgroup, own);
            }
            Files.deleteIfExists(tree);
        } catch (IOException e) {
            // It is somebody else's, or its watchdog is at it.
        }
    }

    private static boolean empty(Cgroup cgroup, Path own) throws IOException {
        Cgroup back = Cgroup.at(own);
        // As many times as a process may fork between being listed and being moved.
        for (int round = 0; round < ROUNDS; round++) {
            for (long pid : cgroup.members()) {
                try {
                    back.add(pid);
                } catch (IOException e) {
                    // It has ended.
                }
            }
            if (cgroup.remove()) {
                return true;
            }
        }
        return false;
    }

    /** Puts the processes back to where they came from, and removes what was made. They must run. Idempotent. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        clear(folder, own);
        // One that was just killed is in it until the kernel is done with it.
        boolean ignored = Polling.until(this::gone, MOMENT);
    }

    private boolean gone() {
        if (Files.exists(folder)) {
            clear(folder, own);
        }
        return !Files.exists(folder);
    }
}
