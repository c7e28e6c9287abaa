package anywire.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams. The end of one passes on as its end does: after all that came before it. */
final class TcpRelay implements Relay {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int MAX_WAITING_BYTES = 1 << 20;
    private static final int BACKLOG = 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final InetSocketAddress server;
    private final InetSocketAddress address;
    private final long seed;
    private final RelayCounters counts = new RelayCounters();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile Conditions conditions;
    private volatile Flow flow = Flow.OPEN;
    private ServerSocket listening;
    private Thread accepting;
    private boolean closed;

    TcpRelay(InetSocketAddress at, InetSocketAddress server, Conditions conditions, long seed) throws IOException {
        requireForStreams(conditions);
        this.server = server;
        this.conditions = conditions;
        this.seed = seed;
        this.listening = listen(at.getPort(), at.getAddress());
        this.accepting = accept(listening);
        this.address = new InetSocketAddress(at.getAddress(), listening.getLocalPort());
    }

    private static void requireForStreams(Conditions conditions) {
        if (conditions.areForDatagramsOnly()) {
            throw new IllegalArgumentException(
                    "a stream can't lose, double or reorder anything here: that takes the kernel");
        }
    }

    private static ServerSocket listen(int port, InetAddress at) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(at, port), BACKLOG);
        return opened;
    }

    private Thread accept(ServerSocket from) {
        return start("relay-accept", () -> {
            while (true) {
                Socket client = from.accept();
                start("relay-connect", () -> connect(client));
            }
        });
    }

    /** Nobody gets in once this has returned: the port is held until the thread that waits at it is gone. */
    private void stopListening() throws IOException {
        listening.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect(Socket client) throws IOException {
        Socket onward = new Socket();
        try {
            onward.connect(server, CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            onward.setTcpNoDelay(true);
        } catch (IOException e) {
            client.close();
            onward.close();
            return;
        }
        Line line = new Line(client, onward);
        lines.add(line);
        line.start();
        synchronized (this) {
            if (closed || flow == Flow.CUT) {
                line.close();
            }
        }
    }

    /** One connection, both directions. */
    private final class Line implements Closeable {
        private final Socket client;
        private final Socket onward;
        private final AtomicInteger ends = new AtomicInteger();
        private final Lane toServer = new Lane("relay-" + Direction.TO_SERVER, MAX_WAITING_BYTES, counts);
        private final Lane toClient = new Lane("relay-" + Direction.TO_CLIENT, MAX_WAITING_BYTES, counts);

        private Line(Socket client, Socket onward) {
            this.client = client;
            this.onward = onward;
            stall(flow == Flow.STALLED);
        }

        private void start() {
            TcpRelay.start("relay-in", () -> pump(client, onward, toServer, new Fate(seed)));
            TcpRelay.start("relay-out", () -> pump(onward, client, toClient, new Fate(seed + 1)));
        }

        private void stall(boolean stalled) {
            toServer.stall(stalled);
            toClient.stall(stalled);
        }

        private void pump(Socket from, Socket to, Lane lane, Fate fate) throws IOException {
            try {
                InputStream in = from.getInputStream();
                byte[] chunk = new byte[CHUNK_BYTES];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    long now = System.nanoTime();
                    counts.arrived();
                    if (flow == Flow.BLACK_HOLE) {
                        counts.lost();
                        continue;
                    }
                    lane.put(
                            Arrays.copyOf(chunk, read),
                            fate.of(conditions, now, read).dueNanos(),
                            bytes -> to.getOutputStream().write(bytes));
                }
                counts.arrived();
                lane.put(new byte[0], fate.of(conditions, System.nanoTime(), 0).dueNanos(), end -> end(to));
            } catch (IOException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }

        private void end(Socket to) throws IOException {
            to.shutdownOutput();
            if (ends.incrementAndGet() == 2) {
                close();
            }
        }

        @Override
        public void close() throws IOException {
            lines.remove(this);
            toServer.close();
            toClient.close();
            client.close();
            onward.close();
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static Thread start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One end hung up, or the relay was closed or cut.
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
        requireForStreams(changed);
        conditions = changed;
    }

    @Override
    public synchronized void set(Flow changed) {
        Flow before = flow;
        flow = changed;
        try {
            if (changed == Flow.CUT) {
                stopListening();
                for (Line line : lines) {
                    line.close();
                }
            } else if (before == Flow.CUT && !closed) {
                listening = listen(address.getPort(), address.getAddress());
                accepting = accept(listening);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(address + " can't be " + changed + ": " + e.getMessage(), e);
        }
        lines.forEach(line -> line.stall(changed == Flow.STALLED));
    }

    @Override
    public RelayTally tally() {
        return counts.tally();
    }

    @Override
    public void onLoss(Loss loss) {
        // Of a stream, nothing is lost here but in a black hole, and there all is.
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            stopListening();
            for (Line line : lines) {
                line.close();
            }
        } catch (IOException e) {
            // It is of no more use, closed or not.
        }
    }
}
