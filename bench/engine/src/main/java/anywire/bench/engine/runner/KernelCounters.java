package anywire.bench.engine.runner;

import anywire.bench.model.Traffic;
import anywire.network.Tunnel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The kernel's counters of the loopback interface, and of the device that leads to other networks, where there is one. */
final class KernelCounters {
    private static final List<String> DEVICES = List.of("lo:", Tunnel.DEVICE + ":");

    /** Columns of {@code /proc/net/dev} after the name: received bytes and packets come first. */
    private static final int BYTES = 0;

    private static final int PACKETS = 1;

    private final Path counters;

    private KernelCounters(Path counters) {
        this.counters = counters;
    }

    /** Of the network namespace that these are in; of this process, if there are none. */
    static KernelCounters of(Iterable<Deployment> pairs) {
        Iterator<Deployment> any = pairs.iterator();
        long pid = any.hasNext()
                ? any.next().driver().pid()
                : ProcessHandle.current().pid();
        return new KernelCounters(Path.of("/proc", String.valueOf(pid), "net", "dev"));
    }

    /**
     * So far; nothing where the kernel does not count. What is sent on loopback is received on it, and what comes out of a
     * tunnel went into it, so it counts once.
     */
    Traffic soFar() {
        long bytes = 0;
        long packets = 0;
        try {
            for (String line : Files.readAllLines(counters)) {
                String[] words = line.strip().split("\\s+", -1);
                if (DEVICES.contains(words[0])) {
                    bytes += Long.parseLong(words[1 + BYTES]);
                    packets += Long.parseLong(words[1 + PACKETS]);
                }
            }
        } catch (IOException e) {
            return Traffic.NONE;
        }
        return new Traffic(bytes, packets);
    }
}
