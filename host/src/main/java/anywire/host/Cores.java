package anywire.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Which cores a process may use. JVMs start and warm up unpinned, since a JVM started on one core sees one core and
 * chooses other defaults, and its compiler threads would share the measured core.
 */
public final class Cores {
    private Cores() {}

    /** Whether pinning works here: Linux with taskset. */
    public static boolean canPin() {
        return Files.isDirectory(Path.of("/proc/self/task")) && Spawner.Tools.has("taskset");
    }

    /**
     * Pins all threads that the process has, and those that they will start.
     *
     * @throws RoleFailedException if taskset says no
     */
    public static void pin(long pid, Set<Integer> cores) throws InterruptedException {
        String list = new TreeSet<>(cores).stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process taskset = Spawner.start(
                    new ProcessBuilder("taskset", "-acp", list, String.valueOf(pid)).redirectErrorStream(true));
            taskset.getOutputStream().close();
            byte[] said = taskset.getInputStream().readAllBytes();
            taskset.waitFor(5, TimeUnit.SECONDS);
            // A thread may end while taskset walks through them; the rest is pinned all the same.
            if (taskset.exitValue() != 0
                    && !new String(said, java.nio.charset.StandardCharsets.UTF_8).contains("No such process")) {
                throw new RoleFailedException("taskset could not pin " + pid + " to " + list);
            }
        } catch (IOException e) {
            throw new RoleFailedException("taskset could not pin " + pid + ": " + e.getMessage());
        }
    }
}
