package anywire.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Networks whose packets are lost and late where the kernel sends and receives them, so that TCP sees a loss and repairs it as
 * it would on a real one. A server that listens on loopback is also to be had at each network's address:
 *
 * <pre>
 *   client 10.77.0.1 --> 10.77.128.1:PORT      what the client sees; routed into the TUN device
 *          10.77.11.78 --> 127.0.0.1:PORT      what the server sees; comes out of it, later or not at all
 * </pre>
 *
 * Both pairs of addresses have the same sum, so no checksum changes. One device carries all networks and all ports. Linux
 * only; needs CAP_NET_ADMIN in its network namespace, which should be one of its own: it has to let packets for loopback
 * in from the device. What arrives that is not IPv4, or for nobody here (a kernel asks for routers), is passed over.
 */
public final class Tunnel implements AutoCloseable {
    /** Its name in the kernel's lists. */
    public static final String DEVICE = "anywire0";

    private static final int NEAR = address(10, 77, 0, 1);
    private static final int LOOPBACK = address(127, 0, 0, 1);
    private static final int FAR = address(10, 77, 128, 0);
    /** So that {@code NEAR + FAR + n = LOOPBACK + SHADOW + n}, word by word in ones' complement (RFC 1071). */
    private static final int SHADOW = address(10, 77, 11, 77);

    private static final int MAX_NETWORKS = 128;
    private static final int MTU_BYTES = 1_500;
    private static final int QUEUE_PACKETS = 10_000;
    private static final int MAX_WAITING_BYTES = 64 << 20;
    private static final int HEADER_BYTES = 20;
    private static final int SOURCE_AT = 12;
    private static final int DESTINATION_AT = 16;
    private static final long COMMAND_SECONDS = 10;

    private final Tun tun;
    private final List<Way> toServers = new ArrayList<>();
    private final Map<Integer, Way> byDestination = new HashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    private Tunnel(Tun tun, List<Conditions> networks, long seed) {
        this.tun = tun;
        for (int i = 0; i < networks.size(); i++) {
            RelayCounters counts = new RelayCounters();
            Way there = new Way("there-" + i, SHADOW + i + 1, LOOPBACK, networks.get(i), seed + 2L * i, counts);
            Way back = new Way("back-" + i, FAR + i + 1, NEAR, networks.get(i), seed + 2L * i + 1, counts);
            toServers.add(there);
            byDestination.put(FAR + i + 1, there);
            byDestination.put(SHADOW + i + 1, back);
        }
        this.reader = new Thread(this::read, "tunnel");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param networks what each does to packets, each way
     * @param seed of what is lost, doubled, held back
     * @throws IOException in one line, where that is not allowed
     */
    public static Tunnel open(List<Conditions> networks, long seed) throws IOException {
        if (networks.size() > MAX_NETWORKS) {
            throw new IllegalArgumentException("at most " + MAX_NETWORKS + " networks, not " + networks.size());
        }
        Tun tun = Tun.open(DEVICE);
        try {
            ip("address", "add", text(NEAR) + "/16", "dev", DEVICE);
            ip("link", "set", DEVICE, "mtu", "" + MTU_BYTES, "txqueuelen", "" + QUEUE_PACKETS, "up");
            set("route_localnet", "1");
            set("rp_filter", "0");
        } catch (IOException e) {
            tun.close();
            throw e;
        }
        return new Tunnel(tun, networks, seed);
    }

    /**
     * Where what listens on loopback is to be had across that network.
     *
     * @param network its place in the list
     */
    public InetAddress address(int network) {
        if (network < 0 || network >= toServers.size()) {
            throw new IndexOutOfBoundsException("there are " + toServers.size() + " networks, no number " + network);
        }
        return inet(FAR + network + 1);
    }

    /** What became of that network's packets so far, both ways together. */
    public RelayTally tally(int network) {
        return toServers.get(network).counts.tally();
    }

    /** One way of one network: whose addresses its packets get, and what becomes of them. */
    private final class Way {
        private final int source;
        private final int destination;
        private final Conditions conditions;
        private final Fate fate;
        private final Lane lane;
        private final RelayCounters counts;

        private Way(String name, int source, int destination, Conditions conditions, long seed, RelayCounters counts) {
            this.source = source;
            this.destination = destination;
            this.conditions = conditions;
            this.fate = new Fate(seed);
            this.counts = counts;
            this.lane = new Lane("tunnel-" + name, MAX_WAITING_BYTES, counts);
        }

        private void take(byte[] packet) throws IOException {
            counts.arrived();
            Fate.Verdict verdict = fate.of(conditions, System.nanoTime(), packet.length);
            if (verdict.lost()) {
                counts.lost();
                return;
            }
            counts.fated(verdict);
            ByteBuffer.wrap(packet).putInt(SOURCE_AT, source).putInt(DESTINATION_AT, destination);
            for (int i = verdict.doubled() ? 2 : 1; i > 0; i--) {
                if (!lane.offer(packet, verdict.dueNanos(), tun::write)) {
                    counts.overflowed();
                }
            }
        }
    }

    private void read() {
        try {
            while (true) {
                byte[] packet = tun.read();
                Way way = packet.length < HEADER_BYTES || packet[0] >> 4 != 4
                        ? null
                        : byDestination.get(ByteBuffer.wrap(packet).getInt(DESTINATION_AT));
                if (way != null) {
                    way.take(packet);
                }
            }
        } catch (IOException e) {
            if (!closed) {
                System.getLogger("anywire.network")
                        .log(System.Logger.Level.WARNING, "the tunnel ended: {0}", e.getMessage());
            }
        }
    }

    private static void ip(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(String.join(" ", command) + " was interrupted", e);
        }
    }

    private static void set(String key, String value) throws IOException {
        Files.writeString(Path.of("/proc/sys/net/ipv4/conf", DEVICE, key), value);
    }

    private static int address(int a, int b, int c, int d) {
        return a << 24 | b << 16 | c << 8 | d;
    }

    private static InetAddress inet(int address) {
        try {
            return InetAddress.getByAddress(
                    ByteBuffer.allocate(4).putInt(address).array());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(int address) {
        return inet(address).getHostAddress();
    }

    /** The device is gone, and what waits with it. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        byDestination.values().forEach(way -> way.lane.close());
        try {
            ip("link", "delete", DEVICE);
            reader.join(TimeUnit.SECONDS.toMillis(COMMAND_SECONDS));
        } catch (IOException e) {
            // It goes with its last descriptor.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tun.close();
    }
}
