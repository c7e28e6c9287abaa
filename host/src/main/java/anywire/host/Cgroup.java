package anywire.host;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cgroup of version 2, as the kernel's {@code cgroup-v2} document has it: a folder that is made and removed, and files in
 * it. Children of its processes are in it from their first moment on. The kernel kills frozen processes where it is told
 * to, which version 1 does not.
 */
final class Cgroup {
    private static final String MEMBERS = "cgroup.procs";
    private static final String SWITCH = "cgroup.freeze";
    private static final String EVENTS = "cgroup.events";

    private final Path folder;

    private Cgroup(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if it is not allowed, or the kernel has no freezer in it (before 5.2) */
    static Cgroup make(Path folder) throws IOException {
        Files.createDirectory(folder);
        Cgroup cgroup = new Cgroup(folder);
        if (!Files.isWritable(folder.resolve(SWITCH))) {
            Files.delete(folder);
            throw new IOException("the kernel's cgroups can't freeze (" + SWITCH + " is missing)");
        }
        return cgroup;
    }

    /** One that somebody else made. */
    static Cgroup at(Path folder) {
        return new Cgroup(folder);
    }

    /** @throws IOException if it is not allowed, or the process is gone */
    void add(long pid) throws IOException {
        write(MEMBERS, String.valueOf(pid));
    }

    /** Process ids; none if it is gone. */
    Set<Long> members() throws IOException {
        try {
            return Files.readAllLines(folder.resolve(MEMBERS)).stream()
                    .map(Long::valueOf)
                    .collect(Collectors.toSet());
        } catch (NoSuchFileException e) {
            return Set.of();
        }
    }

    /** Whether all stood still in time. If not, they may yet. */
    boolean freeze(Duration limit) throws IOException {
        write(SWITCH, "1");
        return Polling.until(() -> says("frozen 1"), limit);
    }

    /** Whether all ran in time. */
    boolean thaw(Duration limit) throws IOException {
        write(SWITCH, "0");
        return Polling.until(() -> says("frozen 0"), limit);
    }

    private boolean says(String event) {
        try {
            return Files.readAllLines(folder.resolve(EVENTS)).contains(event);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it is gone: not as long as a process is in it. */
    boolean remove() throws IOException {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (IOException e) {
            if (members().isEmpty()) {
                throw e;
            }
            return false; // busy
        }
    }

    private void write(String file, String word) throws IOException {
        Files.writeString(folder.resolve(file), word, StandardOpenOption.WRITE);
    }
}
