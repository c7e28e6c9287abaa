package anywire.host;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process has spent since it began.
 *
 * @param cpuNanos of all threads, from {@code /proc/self/task/TID/schedstat}; 0 where there is none
 * @param kernelNanos of these, in the kernel, in steps of 10 ms (the kernel's own split of the time, by ticks): an
 *     estimate that needs many windows
 * @param allocatedBytes on the heap by all threads
 * @param jitNanos of {@code cpuNanos}, by the compilers' threads: what they really took of the cores. The JVM's own account
 *     counts a compilation where it ends, and counts its waiting for a core; it stands in where the kernel keeps none
 */
public record Spent(long cpuNanos, long kernelNanos, long allocatedBytes, long jitNanos, long gcCount, long gcMillis) {
    public static final Spent NOTHING = new Spent(0, 0, 0, 0, 0, 0);

    /** Of {@code /proc/PID/stat}: USER_HZ is 100 on every platform that Linux's user space knows. */
    private static final long TICK_NANOS = 10_000_000;
    /** Fields of that file after the command's closing bracket: state is the first of them. */
    private static final int STIME = 12;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ThreadAccounts CPU = new ThreadAccounts();
    private static final ThreadAccounts ALLOCATED = new ThreadAccounts();

    public static Spent now() {
        long gcCount = 0;
        long gcMillis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            gcCount += collector.getCollectionCount();
            gcMillis += collector.getCollectionTime();
        }
        Map<Long, Long> cpu = cpuByThread("self");
        return new Spent(
                CPU.sum(cpu),
                kernelNanosSoFar(),
                ALLOCATED.sum(allocatedByThread()),
                cpu.isEmpty()
                        ? ManagementFactory.getCompilationMXBean().getTotalCompilationTime() * 1_000_000
                        : compilerNanos("self", cpu),
                gcCount,
                gcMillis);
    }

    public Spent plus(Spent other) {
        return new Spent(
                cpuNanos + other.cpuNanos,
                kernelNanos + other.kernelNanos,
                allocatedBytes + other.allocatedBytes,
                jitNanos + other.jitNanos,
                gcCount + other.gcCount,
                gcMillis + other.gcMillis);
    }

    public Spent minus(Spent before) {
        return new Spent(
                cpuNanos - before.cpuNanos,
                kernelNanos - before.kernelNanos,
                allocatedBytes - before.allocatedBytes,
                jitNanos - before.jitNanos,
                gcCount - before.gcCount,
                gcMillis - before.gcMillis);
    }

    /** CPU of all threads of a process that are alive; 0 if it is gone or the kernel keeps no account. */
    public static long cpuNanosOf(long pid) {
        return cpuByThread(String.valueOf(pid)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Of these, what a JVM's compilers have used so far; 0 of what is no JVM. Takes all threads' names. */
    public static long compilerNanosOf(long pid) {
        String process = String.valueOf(pid);
        return compilerNanos(process, cpuByThread(process));
    }

    private static long compilerNanos(String process, Map<Long, Long> cpu) {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : cpu.entrySet()) {
            if (Cores.isCompiler(Path.of("/proc", process, "task", String.valueOf(thread.getKey())))) {
                sum += thread.getValue();
            }
        }
        return sum;
    }

    private static Map<Long, Long> cpuByThread(String process) {
        Map<Long, Long> nanos = new HashMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", process, "task"))) {
            for (Path task : tasks) {
                String line = schedstat(task);
                if (!line.isEmpty()) {
                    nanos.put(
                            Long.parseLong(String.valueOf(task.getFileName())),
                            Long.parseLong(line.substring(0, line.indexOf(' '))));
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return nanos;
    }

    private static String schedstat(Path task) {
        try {
            return Files.readString(task.resolve("schedstat"));
        } catch (IOException e) {
            return ""; // the thread has ended
        }
    }

    private static long kernelNanosSoFar() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[STIME]) * TICK_NANOS;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Map<Long, Long> allocatedByThread() {
        long[] ids = THREADS.getAllThreadIds();
        long[] allocated = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> bytes = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (allocated[i] >= 0) {
                bytes.put(ids[i], allocated[i]);
            }
        }
        return bytes;
    }
}
