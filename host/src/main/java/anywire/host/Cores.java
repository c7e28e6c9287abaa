package anywire.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which cores a process may use. JVMs start and warm up unpinned, since a JVM started on one core sees one core and
 * chooses other defaults, and its compiler threads would share the measured core.
 */
public final class Cores {
    /** As the kernel cuts names to 15 letters. */
    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler");

    private static final List<Integer> ALLOWED = readAllowed();

    private Cores() {}

    /**
     * Those that this process was given when it began, by their numbers, in order: not 0 to n - 1 where somebody (taskset, a
     * cpuset) gave it others. Where the kernel does not say, as many as the JVM counts.
     */
    public static List<Integer> allowed() {
        return ALLOWED;
    }

    private static List<Integer> readAllowed() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .findFirst()
                    .map(line -> list(line.substring(line.indexOf(':') + 1).strip()))
                    .orElseGet(Cores::counted);
        } catch (IOException | UncheckedIOException e) {
            return counted();
        }
    }

    private static List<Integer> counted() {
        return IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .boxed()
                .toList();
    }

    /** {@code "0-2,5"} as 0, 1, 2, 5. */
    static List<Integer> list(String text) {
        List<Integer> cores = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
            for (int core = from; core <= to; core++) {
                cores.add(core);
            }
        }
        return List.copyOf(cores);
    }

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
        ask(List.of("taskset", "-acp", list, String.valueOf(pid)), "taskset could not pin " + pid + " to " + list);
    }

    /**
     * Pins all threads that this process has by now, and those that they will start, but for the one that starts processes:
     * these begin with its cores.
     */
    public static void pinSelf(Set<Integer> cores) throws InterruptedException {
        String list = new TreeSet<>(cores).stream().map(String::valueOf).collect(Collectors.joining(","));
        long self = ProcessHandle.current().pid();
        for (Path task : tasks(self)) {
            if (!name(task).equals(Spawner.THREAD_NAME)) {
                String thread = String.valueOf(task.getFileName());
                ask(
                        List.of("taskset", "-cp", list, thread),
                        "taskset could not pin the harness's thread " + thread + " to " + list);
            }
        }
    }

    /**
     * Has a JVM's compilers run when nothing else wants their core, from now on ({@code SCHED_IDLE}, which needs no
     * rights). What is compiled late, after warm-up, then takes little of the time of what is measured. The other way
     * round, to put a sending thread before all others ({@code SCHED_FIFO}), ended in stand-stills of a second: a thread
     * of real-time priority that spins on a lock of the JVM waits for a holder that it keeps off the core.
     */
    public static void letCompilersWait(long pid) throws InterruptedException {
        if (!Spawner.Tools.has("chrt")) {
            return;
        }
        for (Path task : tasks(pid)) {
            if (isCompiler(task)) {
                ask(
                        List.of("chrt", "--idle", "--pid", "0", String.valueOf(task.getFileName())),
                        "chrt could not lower a compiler's priority in " + pid);
            }
        }
    }

    /** Has the calling thread run when nothing else wants its core, from now on; where chrt is missing, nothing changes. */
    static void letThisThreadWait() throws InterruptedException {
        if (!Spawner.Tools.has("chrt")) {
            return;
        }
        try {
            String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
            ask(
                    List.of("chrt", "--idle", "--pid", "0", self.substring(self.lastIndexOf('/') + 1)),
                    "chrt could not lower a thread's priority");
        } catch (IOException e) {
            // Not Linux.
        }
    }

    /** @param task of {@code /proc} */
    static boolean isCompiler(Path task) {
        return COMPILERS.stream().anyMatch(name(task)::startsWith);
    }

    private static List<Path> tasks(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return tasks.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void ask(List<String> command, String failure) throws InterruptedException {
        try {
            Process tool = Spawner.start(new ProcessBuilder(command).redirectErrorStream(true));
            tool.getOutputStream().close();
            byte[] said = tool.getInputStream().readAllBytes();
            tool.waitFor(5, TimeUnit.SECONDS);
            // A thread may end meanwhile; the rest is done all the same.
            if (tool.exitValue() != 0 && !new String(said, StandardCharsets.UTF_8).contains("No such process")) {
                throw new RoleFailedException(failure);
            }
        } catch (IOException e) {
            throw new RoleFailedException(failure + ": " + e.getMessage());
        }
    }
}
