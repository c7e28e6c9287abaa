package anywire.bench.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the kernel has counted so far, in ticks of 10 ms, as {@code proc(5)} lays it out: coarse, and enough to see who is
 * busy.
 *
 * @param all of all cores, idle included
 * @param stolen by the hypervisor
 * @param byProcess of every other process, by {@code name (pid)}
 */
record CpuTimes(long all, long stolen, Map<String, Long> byProcess) {
    private static final int STEAL = 7;
    private static final int GUEST = 8;
    /** In {@code /proc/PID/stat}, counted from behind the name's closing bracket. */
    private static final int USER_TICKS = 11;

    static CpuTimes now() {
        List<Long> total = ProcFile.read("/proc/stat").stream()
                .flatMap(String::lines)
                .limit(1)
                .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                .skip(1)
                .map(Long::parseLong)
                .toList();
        if (total.size() <= STEAL) {
            return new CpuTimes(0, 0, Map.of());
        }
        long all = total.stream().limit(GUEST).mapToLong(Long::longValue).sum();
        return new CpuTimes(all, total.get(STEAL), processes());
    }

    boolean known() {
        return all > 0;
    }

    double stolenShareSince(CpuTimes before) {
        return (stolen - before.stolen) / (double) Math.max(1, all - before.all);
    }

    /** Of those that were there all the time: how many cores each kept busy. */
    Map<String, Double> coresSince(CpuTimes before) {
        double ticksPerCore =
                Math.max(1, all - before.all) / (double) Runtime.getRuntime().availableProcessors();
        Map<String, Double> cores = new LinkedHashMap<>();
        byProcess.forEach((process, ticks) -> {
            Long then = before.byProcess.get(process);
            if (then != null) {
                cores.put(process, (ticks - then) / ticksPerCore);
            }
        });
        return cores;
    }

    private static Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        String self = String.valueOf(ProcessHandle.current().pid());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path folder : all) {
                String pid = String.valueOf(folder.getFileName());
                if (!pid.equals(self)) {
                    ProcFile.read(folder.resolve("stat").toString()).ifPresent(stat -> put(processes, pid, stat));
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return processes;
    }

    private static void put(Map<String, Long> processes, String pid, String stat) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        String[] rest = stat.substring(close + 2).split(" ", -1);
        processes.put(
                stat.substring(open + 1, close) + " (" + pid + ")",
                Long.parseLong(rest[USER_TICKS]) + Long.parseLong(rest[USER_TICKS + 1]));
    }
}
