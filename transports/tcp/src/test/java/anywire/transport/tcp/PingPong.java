package anywire.transport.tcp;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.LocalHost;
import anywire.transport.Reply;
import anywire.transport.Server;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

final class PingPong {
    static volatile boolean stop;

    /** A lane of closed-loop calls, each issued by the completion of the one before. */
    static final class Lane implements BiConsumer<Reply, Throwable> {
        final @org.jspecify.annotations.Nullable Client client;
        final Call call;
        final long[] nanos = new long[200_000];
        volatile int n;
        long sent;
        final CountDownLatch over = new CountDownLatch(1);

        Lane(@org.jspecify.annotations.Nullable Client client, Call call) {
            this.client = client;
            this.call = call;
        }

        void next() {
            sent = System.nanoTime();
            java.util.Objects.requireNonNull(client).call(call).whenComplete(this);
        }

        @Override
        public void accept(Reply reply, Throwable failure) {
            if (failure != null) {
                failure.printStackTrace();
            }
            nanos[n % nanos.length] = System.nanoTime() - sent;
            n++;
            if (stop) {
                over.countDown();
            } else {
                next();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        String options = args.length > 0 ? args[0] : "";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        RandomAccessFile polling = null;
        try {
            polling = new RandomAccessFile("/dev/cpu_dma_latency", "rw");
            polling.write(new byte[4]);
        } catch (IOException e) {
            System.out.println("idle cores halt");
        }
        String payload = "x".repeat(100);
        TcpTransport tcp = new TcpTransport();
        try (LocalHost serverHost = new LocalHost();
                LocalHost clientHost = new LocalHost();
                Server server = tcp.serve(
                        Endpoint.parse("tcp://127.0.0.1:0" + options, tcp), List.of(new EchoService()), serverHost);
                Client client = tcp.connect(Endpoint.parse(server.address() + options, tcp), clientHost)) {
            for (int round = 0; round < rounds; round++) {
                double floor = floor(1000);
                double one = closed(client, payload, 1, 1000);
                System.out.printf("floor %.1f us   1 in flight %.1f us  ratio %.2f%n", floor, one, one / floor);
                closed(client, payload, 64, 1000);
                sync(client, payload, 1000);
                caller(client, payload, 1000);
                System.out.println(server.facts());
            }
        }
    }

    static double closed(Client client, String payload, int lanes, int millis) throws Exception {
        stop = false;
        Lane[] all = new Lane[lanes];
        for (int i = 0; i < lanes; i++) {
            all[i] = new Lane(client, EchoService.call(EchoService.ECHO, payload));
            if (lanes > 1) {
                all[i] = all[i];
            }
        }
        long from = System.nanoTime();
        for (Lane lane : all) {
            lane.next();
        }
        Thread.sleep(millis);
        stop = true;
        long total = 0;
        for (Lane lane : all) {
            lane.over.await();
            total += lane.n;
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        double p50 = percentile(all[0], 50);
        if (lanes > 1) {
            System.out.printf("%d in flight: %.0f calls/s, p50 %.1f us%n", lanes, total / seconds, p50);
        }
        return p50;
    }

    static void sync(Client client, String payload, int millis) {
        Lane lane = new Lane(client, EchoService.call(EchoService.ECHO, payload));
        long end = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < end) {
            long t = System.nanoTime();
            client.call(lane.call).join();
            lane.nanos[lane.n++ % lane.nanos.length] = System.nanoTime() - t;
        }
        System.out.printf("blocking caller: p50 %.1f us%n", percentile(lane, 50));
    }

    /** One caller thread, window of 64. */
    static void caller(Client client, String payload, int millis) throws Exception {
        java.util.concurrent.Semaphore window = new java.util.concurrent.Semaphore(64);
        Call call = EchoService.call(EchoService.ECHO, payload);
        BiConsumer<Reply, Throwable> release = (r, f) -> window.release();
        long from = System.nanoTime();
        long end = from + millis * 1_000_000L;
        long n = 0;
        while (System.nanoTime() < end) {
            window.acquire();
            client.call(call).whenComplete(release);
            n++;
        }
        window.acquire(64);
        System.out.printf("caller thread, 64 in flight: %.0f calls/s%n", n / ((System.nanoTime() - from) / 1e9));
    }

    static double percentile(Lane lane, double p) {
        int n = Math.min(lane.n, lane.nanos.length);
        long[] sorted = Arrays.copyOf(lane.nanos, n);
        Arrays.sort(sorted);
        return sorted[(int) (n * p / 100)] / 1e3;
    }

    static double floor(int millis) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = listening.accept()) {
                    socket.setTcpNoDelay(true);
                    byte[] buffer = new byte[100];
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    OutputStream out = socket.getOutputStream();
                    while (true) {
                        in.readFully(buffer);
                        out.write(buffer);
                    }
                } catch (IOException over) {
                    // done
                }
            });
            thread.start();
            Lane lane = new Lane(null, EchoService.call(EchoService.ECHO, ""));
            try (Socket socket = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
                socket.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream();
                byte[] buffer = new byte[100];
                long end = System.nanoTime() + millis * 1_000_000L;
                long t;
                while ((t = System.nanoTime()) < end) {
                    out.write(buffer);
                    in.readFully(buffer);
                    lane.nanos[lane.n++ % lane.nanos.length] = System.nanoTime() - t;
                }
            }
            thread.join();
            return percentile(lane, 50);
        }
    }
}
