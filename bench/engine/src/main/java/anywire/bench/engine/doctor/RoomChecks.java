package anywire.bench.engine.doctor;

import anywire.host.NetNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Memory, disk, the loopback interface, and which networks can be had. */
final class RoomChecks {
    /** Seven JVMs (three transports and a floor) of a 256 MB heap each, and what a JVM is beside its heap. */
    private static final long MEMORY_BYTES = 2_500L << 20;

    private static final long DISK_BYTES = 500L << 20;
    private static final int ANSWER_MILLIS = 2_000;

    private RoomChecks() {}

    static List<Finding> findings(Path results) {
        List<Finding> findings = new ArrayList<>();
        findings.add(memory());
        findings.add(disk(results));
        findings.add(loopback());
        findings.add(networks());
        return findings;
    }

    private static Finding memory() {
        long free = ProcFile.read("/proc/meminfo").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(-1);
        if (free < 0) {
            return Finding.warn("memory", "the kernel does not say how much is free", "");
        }
        return free >= MEMORY_BYTES
                ? Finding.ok("memory", size(free) + " available")
                : Finding.warn(
                        "memory",
                        size(free) + " available; quick's processes together want " + size(MEMORY_BYTES),
                        "stop something, or compare fewer transports: anywire run quick --transports tcp,http");
    }

    private static Finding disk(Path results) {
        try {
            Path there = results.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            if (!Files.isWritable(there)) {
                return Finding.missing("disk", there + " can't be written", "run with --results FOLDER");
            }
            long free = Files.getFileStore(there).getUsableSpace();
            return free >= DISK_BYTES
                    ? Finding.ok("disk", size(free) + " free in " + there)
                    : Finding.warn("disk", "only " + size(free) + " free in " + there, "run with --results FOLDER");
        } catch (IOException e) {
            return Finding.missing("disk", e.getMessage() + " can't be looked at", "run with --results FOLDER");
        }
    }

    private static Finding loopback() {
        InetAddress address = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, address);
                Socket client = new Socket()) {
            client.connect(new InetSocketAddress(address, server.getLocalPort()), ANSWER_MILLIS);
            return Finding.ok("loopback", address.getHostAddress() + " can be bound and reached");
        } catch (IOException e) {
            return Finding.missing(
                    "loopback",
                    address.getHostAddress() + " can't be used: " + e.getMessage(),
                    "sudo ip link set lo up");
        }
    }

    private static Finding networks() {
        return NetNamespace.obstacle()
                .map(why -> Finding.warn(
                        "networks",
                        "delays by a relay; packets can't be lost where the kernel sends them: " + why,
                        "for wan and lossy: root, or user namespaces, with iproute2, util-linux and /dev/net/tun"))
                .orElse(Finding.ok(
                        "networks",
                        "delays by a relay; losses and delays also by a TUN device in a network namespace"));
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
