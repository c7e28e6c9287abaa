package anywire.bench.engine.runner;

import anywire.bench.model.Machine;
import anywire.bench.model.Machine.Others;
import anywire.bench.model.Traffic;
import anywire.host.CpuTimes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * Watches what goes on beside one window. Looking costs about 10 ms before it and after it, none while it is measured.
 */
final class MachineWatch {
    private final HiccupMeter meter;
    private final CpuTimes before;
    private final Bystanders bystanders;
    private final KernelCounters network;
    private final Traffic loopbackBefore;
    private final long startNanos = System.nanoTime();

    private final HarnessProcesses harness;
    private final long harnessBefore;
    private final long probeNanos;

    private MachineWatch(
            String measured, Iterable<Deployment> pairs, HiccupMeter meter, HarnessProcesses harness, long probeNanos) {
        this.meter = meter;
        this.harness = harness;
        this.probeNanos = probeNanos;
        this.harnessBefore = harness.cpuNanos();
        this.before = CpuTimes.now();
        this.bystanders = Bystanders.before(measured, pairs);
        this.network = KernelCounters.of(pairs);
        this.loopbackBefore = network.soFar();
        meter.lap();
    }

    /**
     * @param measured the pair whose window comes now
     * @param probeNanos what a probe took just before
     */
    static MachineWatch over(
            String measured, Iterable<Deployment> pairs, HiccupMeter meter, HarnessProcesses harness, long probeNanos) {
        return new MachineWatch(measured, pairs, meter, harness, probeNanos);
    }

    /** @param hiccupNanos of all cores together */
    record Seen(Machine machine, Histogram hiccupNanos) {}

    Seen seen(Iterable<Deployment> pairs) {
        HiccupMeter.Lap lap = meter.lap();
        Traffic loopback = network.soFar().minus(loopbackBefore);
        Others idle = bystanders.used(pairs);
        CpuTimes now = CpuTimes.now();
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        Map<Long, Long> ticks = now.ticksSince(before);
        Set<Long> ours = ours(now, harness.foreign());
        long ownTicks =
                ours.stream().mapToLong(pid -> ticks.getOrDefault(pid, 0L)).sum();
        Machine machine = new Machine(
                seconds,
                now.known() ? now.stolenShareSince(before) : 0,
                now.known() ? now.busyShareSince(before) - now.shareSince(before, ownTicks) : 0,
                strays(now, ticks, ours),
                idle,
                harness.cpuNanos() - harnessBefore,
                probeNanos,
                loopback,
                lap.cores());
        return new Seen(machine, lap.lateNanos());
    }

    /** This process's family, without those that are to count as somebody else's. */
    static Set<Long> ours(CpuTimes now, Set<Long> foreign) {
        Set<Long> ours = new HashSet<>(now.family(ProcessHandle.current().pid()));
        foreign.forEach(one -> ours.removeAll(now.family(one)));
        return ours;
    }

    static Others strays(CpuTimes now, Map<Long, Long> ticks, Set<Long> ours) {
        long sum = 0;
        long most = 0;
        String busiest = "";
        for (Map.Entry<Long, Long> process : ticks.entrySet()) {
            if (!ours.contains(process.getKey()) && !now.ofKernel(process.getKey())) {
                sum += process.getValue();
                if (process.getValue() > most) {
                    most = process.getValue();
                    busiest = now.name(process.getKey());
                }
            }
        }
        return new Others(Math.max(0, sum) * CpuTimes.NANOS_PER_TICK, busiest, most * CpuTimes.NANOS_PER_TICK);
    }
}
