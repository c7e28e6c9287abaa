package anywire.bench.engine.doctor;

import anywire.host.CpuTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        long self = ProcessHandle.current().pid();
        List<String> busy = after.ticksSince(before).entrySet().stream()
                .filter(process -> process.getKey() != self)
                .filter(process -> cores(after, before, process.getValue()) >= BUSY_CORES)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .map(process -> String.format(
                        Locale.ROOT,
                        "%s (%d) took %.0f %% of a core",
                        after.name(process.getKey()),
                        process.getKey(),
                        100 * cores(after, before, process.getValue())))
                .toList();
        return busy.isEmpty()
                ? Finding.ok("others", "no other process took 5 % of a core within a second")
                : Finding.warn("others", String.join(", ", busy), "stop them while you measure");
    }

    private static double cores(CpuTimes after, CpuTimes before, long ticks) {
        return after.shareSince(before, ticks) * Runtime.getRuntime().availableProcessors();
    }

    private static Finding load() {
        String average = ProcFile.read("/proc/loadavg").orElse("0").split(" ", 2)[0];
        return Double.parseDouble(average) < 0.5
                ? Finding.ok("load", average + " over the last minute")
                : Finding.warn("load", average + " over the last minute", "wait until it is below 0.5");
    }
}
