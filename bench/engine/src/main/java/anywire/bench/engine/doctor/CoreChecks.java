package anywire.bench.engine.doctor;

import anywire.host.Cores;
import anywire.host.Spawner;
import anywire.host.Spawner.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many cores there are, whether they can be chosen, and what they do when idle. */
final class CoreChecks {
    private static final Path DMA_LATENCY = Path.of("/dev/cpu_dma_latency");

    private CoreChecks() {}

    static List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<Integer> cores = Cores.allowed();
        findings.add(cores(cores.size()));
        findings.add(pinning(cores.get(cores.size() - 1)));
        findings.add(FreezeCheck.finding());
        findings.add(idle());
        findings.add(governor());
        findings.add(timerSlack());
        return findings;
    }

    private static Finding cores(int cores) {
        if (cores == 1) {
            return Finding.missing(
                    "cores",
                    "1: driver and services share it, so layout cross is the same as same",
                    "use a machine, or a container limit, of two cores at least");
        }
        return Finding.ok(
                "cores", cores + ": one for the driver, " + (cores == 2 ? "one" : cores - 1) + " for the rest");
    }

    private static Finding pinning(int core) throws InterruptedException {
        if (!Tools.has("taskset")) {
            return Finding.missing("pinning", "no taskset", "install util-linux: apt-get install util-linux");
        }
        try {
            Process pinned = Spawner.start(
                    new ProcessBuilder("taskset", "-c", String.valueOf(core), "true").redirectErrorStream(true));
            pinned.getOutputStream().close();
            if (pinned.waitFor(5, TimeUnit.SECONDS) && pinned.exitValue() == 0) {
                return Finding.ok("pinning", "a process can be pinned to core " + core);
            }
            pinned.destroyForcibly();
        } catch (IOException | UncheckedIOException e) {
            return Finding.missing("pinning", "taskset does not start: " + e.getMessage(), "reinstall util-linux");
        }
        return Finding.missing(
                "pinning",
                "taskset may not use core " + core,
                "allow all cores: docker run --cpuset-cpus, or the service's AllowedCPUs");
    }

    /** Where idle cores halt, each message has to wake one, which may cost several times the message itself. */
    private static Finding idle() {
        String driver =
                ProcFile.read("/sys/devices/system/cpu/cpuidle/current_driver").orElse("none");
        if (driver.equals("none")) {
            return Finding.warn(
                    "idle cores",
                    "they halt, and can't be made to poll: the kernel has no cpuidle driver (as in most virtual"
                            + " machines); every figure includes waking a core",
                    "measure on bare metal for figures without it");
        }
        if (!Files.exists(DMA_LATENCY)) {
            return Finding.warn(
                    "idle cores",
                    "they halt: there is no " + DMA_LATENCY,
                    "pass it in: docker run --device " + DMA_LATENCY);
        }
        return Files.isWritable(DMA_LATENCY)
                ? Finding.ok(
                        "idle cores", "they can be made to poll (" + DMA_LATENCY + ", cpuidle driver " + driver + ")")
                : Finding.warn(
                        "idle cores",
                        "they halt: " + DMA_LATENCY + " can't be written",
                        "sudo chmod o+w " + DMA_LATENCY);
    }

    private static Finding governor() {
        String governor = ProcFile.read("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                .orElse("");
        return switch (governor) {
            case "" ->
                Finding.warn("governor", "not visible: the clock may change unseen, as virtual machines' do", "");
            case "performance" -> Finding.ok("governor", governor);
            default ->
                Finding.warn(
                        "governor",
                        governor + ": the clock changes with the load",
                        "sudo cpupower frequency-set -g performance");
        };
    }

    /** The kernel wakes a sleeping thread up to 50 us late unless told not to: two thirds of a sender's lateness. */
    private static Finding timerSlack() {
        try {
            Path slack = Path.of(
                    "/proc",
                    Files.readSymbolicLink(Path.of("/proc/thread-self"))
                            .getFileName()
                            .toString(),
                    "timerslack_ns");
            String before = Files.readString(slack).strip();
            Files.writeString(slack, "1");
            Files.writeString(slack, before);
            return Finding.ok("timer slack", "can be lowered from " + before + " ns for the thread that sends");
        } catch (IOException | RuntimeException e) {
            return Finding.warn(
                    "timer slack", "can't be lowered: open loops send up to 50 us late, which their reports show", "");
        }
    }
}
