package anywire.host;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has spent since it began.
 *
 * @param cpuNanos of all threads that are alive, from {@code /proc/self/task/TID/schedstat}; 0 where there is none
 * @param allocatedBytes on the heap by all threads that are alive
 * @param jitMillis spent compiling, as the JVM accounts it
 */
public record Spent(long cpuNanos, long allocatedBytes, long jitMillis, long gcCount, long gcMillis) {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    public static Spent now() {
        long gcCount = 0;
        long gcMillis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            gcCount += collector.getCollectionCount();
            gcMillis += collector.getCollectionTime();
        }
        return new Spent(
                cpuNanosOf("self"),
                allocatedBytesNow(),
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime(),
                gcCount,
                gcMillis);
    }

    public Spent minus(Spent before) {
        return new Spent(
                cpuNanos - before.cpuNanos,
                allocatedBytes - before.allocatedBytes,
                jitMillis - before.jitMillis,
                gcCount - before.gcCount,
                gcMillis - before.gcMillis);
    }

    /** CPU of all threads of a process that are alive; 0 if it is gone or the kernel keeps no account. */
    public static long cpuNanosOf(String pid) {
        long sum = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", pid, "task"))) {
            for (Path task : tasks) {
                sum += runNanos(task.resolve("schedstat"));
            }
        } catch (IOException e) {
            return 0;
        }
        return sum;
    }

    private static long runNanos(Path schedstat) {
        try {
            String line = Files.readString(schedstat);
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (IOException e) {
            return 0; // the thread has ended
        }
    }

    private static long allocatedBytesNow() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
