package anywire.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams. Each client has a socket of its own towards the server, by which what comes back finds its way. That nobody
 * listens at the server's port is not told to the client: a network may keep that to itself.
 */
final class UdpRelay implements Relay {
    private static final int MAX_WAITING_BYTES = 16 << 20;
    private static final int SOCKET_BUFFER_BYTES = 4 << 20;
    private static final int MAX_CLIENTS = 4_096;
    private static final long CLOSE_MILLIS = 1_000;

    private final InetSocketAddress server;
    private final DatagramChannel front;
    private final InetSocketAddress address;
    private final Thread frontReader;
    private final RelayCounters counts = new RelayCounters();
    private final Way toServer;
    private final Way toClient;
    private final Map<InetSocketAddress, DatagramChannel> onward = new ConcurrentHashMap<>();
    private volatile Conditions conditions;
    private volatile Flow flow = Flow.OPEN;
    private volatile Loss onLoss = (direction, datagram) -> {};

    UdpRelay(InetSocketAddress at, InetSocketAddress server, Conditions conditions, long seed) throws IOException {
        this.server = server;
        this.conditions = conditions;
        this.front = open();
        front.bind(at);
        this.address = (InetSocketAddress) front.getLocalAddress();
        this.toServer = new Way(Direction.TO_SERVER, seed);
        this.toClient = new Way(Direction.TO_CLIENT, seed + 1);
        this.frontReader = start("relay-front", this::readFront);
    }

    private static DatagramChannel open() throws IOException {
        return DatagramChannel.open()
                .setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES)
                .setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
    }

    /** One direction. Several threads may bring something: one fate at a time. */
    private final class Way {
        private final Direction direction;
        private final Fate fate;
        private final Lane lane;

        private Way(Direction direction, long seed) {
            this.direction = direction;
            this.fate = new Fate(seed);
            this.lane = new Lane("relay-" + direction, MAX_WAITING_BYTES, counts);
        }

        private synchronized void take(byte[] datagram, Lane.Out out) throws IOException {
            long now = System.nanoTime();
            counts.arrived();
            Fate.Verdict verdict = fate.of(conditions, now, datagram.length);
            if (verdict.lost() || flow == Flow.BLACK_HOLE || flow == Flow.CUT) {
                counts.lost();
                onLoss.lost(direction, datagram);
                return;
            }
            counts.fated(verdict);
            for (int i = verdict.doubled() ? 2 : 1; i > 0; i--) {
                if (!lane.offer(datagram, verdict.dueNanos(), out)) {
                    counts.overflowed();
                    onLoss.lost(direction, datagram);
                }
            }
        }
    }

    private void readFront() throws IOException {
        ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
        while (true) {
            in.clear();
            InetSocketAddress client = (InetSocketAddress) front.receive(in);
            DatagramChannel out = onward(client);
            if (out != null) {
                toServer.take(bytes(in), bytes -> {
                    int ignored = out.write(ByteBuffer.wrap(bytes));
                });
            }
        }
    }

    private @Nullable DatagramChannel onward(InetSocketAddress client) throws IOException {
        DatagramChannel known = onward.get(client);
        if (known != null || onward.size() >= MAX_CLIENTS) {
            return known;
        }
        DatagramChannel opened = open();
        opened.connect(server);
        onward.put(client, opened);
        Thread unused = start("relay-back", () -> readBack(opened, client));
        return opened;
    }

    private void readBack(DatagramChannel from, InetSocketAddress client) throws IOException {
        ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
        while (true) {
            in.clear();
            try {
                int ignored = from.read(in);
            } catch (PortUnreachableException nobodyListens) {
                continue;
            }
            toClient.take(bytes(in), bytes -> {
                int ignored = front.send(ByteBuffer.wrap(bytes), client);
            });
        }
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.flip().remaining()];
        in.get(bytes);
        return bytes;
    }

    private interface Task {
        void run() throws IOException;
    }

    private static Thread start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (ClosedChannelException closed) {
                        // So was the relay.
                    } catch (IOException e) {
                        System.getLogger("anywire.network")
                                .log(System.Logger.Level.WARNING, "{0} ended: {1}", name, e.getMessage());
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void set(Conditions changed) {
        conditions = changed;
    }

    @Override
    public void set(Flow changed) {
        flow = changed;
        toServer.lane.stall(changed == Flow.STALLED);
        toClient.lane.stall(changed == Flow.STALLED);
    }

    @Override
    public RelayTally tally() {
        return counts.tally();
    }

    @Override
    public void onLoss(Loss loss) {
        onLoss = loss;
    }

    @Override
    public void close() {
        toServer.lane.close();
        toClient.lane.close();
        quietly(front);
        try {
            // The port is free once nobody reads from it any more.
            frontReader.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        onward.values().forEach(UdpRelay::quietly);
    }

    private static void quietly(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no more use, closed or not.
        }
    }
}
