package anywire.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the kernel has counted so far of each process and of all cores together, in ticks of 10 ms, as {@code proc(5)}
 * lays it out. One file is read for each process there is, 20 to 30 us each, since what a process and its ended threads
 * used stands in one place there; each thread's {@code schedstat} would be exact to the nanosecond and cost ten times
 * that.
 *
 * @param allTicks of all cores, idle included
 * @param idleTicks of these: with nothing to do, or waiting for a disk
 * @param stolenTicks of these: given to other virtual machines by the hypervisor
 * @param processes by process id
 */
public record CpuTimes(long allTicks, long idleTicks, long stolenTicks, Map<Long, OfProcess> processes) {
    public static final long NANOS_PER_TICK = 10_000_000;

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STEAL = 7;
    private static final int GUEST = 8;
    private static final long KERNEL_THREADS = 2;

    /**
     * @param name as {@code comm} has it: at most 15 letters
     * @param parent its process id
     * @param ticks its own, those of its ended threads and of the children that it has waited for
     */
    public record OfProcess(String name, long parent, long ticks) {
        /** In {@code /proc/PID/stat}, counted from behind the name's closing bracket. */
        private static final int PARENT = 1;

        private static final int FIRST_TICKS = 11;
        private static final int TICKS = 4;

        static OfProcess of(String stat) {
            int close = stat.lastIndexOf(')');
            String[] rest = stat.substring(close + 2).split(" ", -1);
            long ticks = 0;
            for (int i = FIRST_TICKS; i < FIRST_TICKS + TICKS; i++) {
                ticks += Long.parseLong(rest[i]);
            }
            return new OfProcess(stat.substring(stat.indexOf('(') + 1, close), Long.parseLong(rest[PARENT]), ticks);
        }
    }

    /** All zero where there is no such account. */
    public static CpuTimes now() {
        List<Long> total = read(Path.of("/proc/stat"))
                .lines()
                .limit(1)
                .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                .skip(1)
                .map(Long::parseLong)
                .toList();
        if (total.size() <= STEAL) {
            return new CpuTimes(0, 0, 0, Map.of());
        }
        long all = total.stream().limit(GUEST).mapToLong(Long::longValue).sum();
        return new CpuTimes(all, total.get(IDLE) + total.get(WAITING), total.get(STEAL), everyProcess());
    }

    public boolean known() {
        return allTicks > 0;
    }

    public double stolenShareSince(CpuTimes before) {
        return (stolenTicks - before.stolenTicks) / (double) allSince(before);
    }

    /** Of all cores' time: neither idle nor stolen. */
    public double busyShareSince(CpuTimes before) {
        long unused = idleTicks - before.idleTicks + stolenTicks - before.stolenTicks;
        return 1 - unused / (double) allSince(before);
    }

    /** Of all cores' time. */
    public double shareSince(CpuTimes before, long ticks) {
        return ticks / (double) allSince(before);
    }

    private long allSince(CpuTimes before) {
        return Math.max(1, allTicks - before.allTicks);
    }

    /**
     * By process id, of those that are there now. What a child that has ended meanwhile used is its parent's from then
     * on, which must not count what the child had used before.
     */
    public Map<Long, Long> ticksSince(CpuTimes before) {
        Map<Long, Long> since = new HashMap<>();
        processes.forEach((pid, now) -> {
            OfProcess then = before.processes.get(pid);
            since.put(pid, now.ticks() - (then == null ? 0 : then.ticks()));
        });
        before.processes.forEach((pid, then) -> {
            if (!processes.containsKey(pid)) {
                since.computeIfPresent(heirOf(then, before), (heir, ticks) -> ticks - then.ticks());
            }
        });
        return since;
    }

    private long heirOf(OfProcess ended, CpuTimes before) {
        OfProcess parent = before.processes.get(ended.parent());
        return processes.containsKey(ended.parent()) || parent == null ? ended.parent() : heirOf(parent, before);
    }

    /** The process, its children, theirs, and so on. */
    public Set<Long> family(long pid) {
        Set<Long> family = new HashSet<>(Set.of(pid));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<Long, OfProcess> process : processes.entrySet()) {
                grown |= family.contains(process.getValue().parent()) && family.add(process.getKey());
            }
        }
        return family;
    }

    /** Empty if there is none of this id. */
    public String name(long pid) {
        OfProcess process = processes.get(pid);
        return process == null ? "" : process.name();
    }

    /** Whether it is the kernel's own. */
    public boolean ofKernel(long pid) {
        OfProcess process = processes.get(pid);
        return pid == KERNEL_THREADS || (process != null && process.parent() == KERNEL_THREADS);
    }

    private static Map<Long, OfProcess> everyProcess() {
        Map<Long, OfProcess> processes = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path folder : all) {
                String stat = read(folder.resolve("stat"));
                if (!stat.isEmpty()) {
                    processes.put(Long.parseLong(String.valueOf(folder.getFileName())), OfProcess.of(stat));
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return processes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // the process has ended, or this is not Linux
        }
    }
}
