package anywire.bench.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the machine is the run's own for now: what others take of it. */
final class QuietChecks {
    private static final long WATCH_MILLIS = 1_000;
    private static final double BUSY_CORES = 0.05;
    private static final double MUCH_STOLEN = 0.01;

    private QuietChecks() {}

    static List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        CpuTimes before = CpuTimes.now();
        Thread.sleep(WATCH_MILLIS);
        CpuTimes after = CpuTimes.now();
        if (!after.known()) {
            findings.add(Finding.warn("others", "the kernel does not say what else runs", ""));
            return findings;
        }
        findings.add(steal(before, after));
        findings.add(others(before, after));
        findings.add(load());
        return findings;
    }

    private static Finding steal(CpuTimes before, CpuTimes after) {
        double share = after.stolenShareSince(before);
        String reason = String.format(
                Locale.ROOT, "%.1f %% of the CPU given to other virtual machines within a second", share * 100);
        return share <= MUCH_STOLEN
                ? Finding.ok("steal", reason)
                : Finding.warn("steal", reason, "wait, or take a machine of its own");
    }

    private static Finding others(CpuTimes before, CpuTimes after) {
        List<Map.Entry<String, Double>> busy = after.coresSince(before).entrySet().stream()
                .filter(process -> process.getValue() >= BUSY_CORES)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .toList();
        if (busy.isEmpty()) {
            return Finding.ok("others", "no other process took 5 % of a core within a second");
        }
        return Finding.warn(
                "others",
                busy.stream()
                        .map(p ->
                                String.format(Locale.ROOT, "%s took %.0f %% of a core", p.getKey(), p.getValue() * 100))
                        .collect(Collectors.joining(", ")),
                "stop them while you measure");
    }

    private static Finding load() {
        String average = ProcFile.read("/proc/loadavg").orElse("0").split(" ", 2)[0];
        return Double.parseDouble(average) < 0.5
                ? Finding.ok("load", average + " over the last minute")
                : Finding.warn("load", average + " over the last minute", "wait until it is below 0.5");
    }
}
