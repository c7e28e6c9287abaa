package anywire.bench.engine.network;

import anywire.host.Questions;
import anywire.host.Role;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** Echoes on loopback, and asks for echoes across something. */
public final class EchoProbe implements Role {
    private static final int TIMEOUT_MILLIS = 60_000;
    /** Whoever sends does so every millisecond, if it is let. */
    private static final int SILENCE_MILLIS = 5_000;

    /** A connection, so many numbers there and back, one after the other. */
    public record Stream(String host, int rounds) {}

    /** @param inOrder numbers that came back, from 0 on, none missing */
    public record Echoed(int inOrder, long fastestNanos) {}

    /** So many datagrams, a moment apart. */
    public record Datagrams(String host, int count) {}

    public record Returned(int distinct) {}

    /** Whether anybody is to be had there. */
    public record Knock(String host, int port) {}

    public record Answered(boolean connected) {}

    @Override
    public void answers(Questions on) {
        on.on(Stream.class, EchoProbe::stream);
        on.on(Datagrams.class, EchoProbe::datagrams);
        on.on(Knock.class, EchoProbe::knock);
    }

    private static Record stream(Stream asked) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket()) {
            daemon(() -> {
                try (Socket accepted = server.accept()) {
                    accepted.setTcpNoDelay(true);
                    long ignored = accepted.getInputStream().transferTo(accepted.getOutputStream());
                }
            });
            client.connect(new InetSocketAddress(asked.host(), server.getLocalPort()), TIMEOUT_MILLIS);
            client.setTcpNoDelay(true);
            client.setSoTimeout(TIMEOUT_MILLIS);
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            long fastest = Long.MAX_VALUE;
            int inOrder = 0;
            for (int i = 0; i < asked.rounds(); i++) {
                long begun = System.nanoTime();
                out.writeInt(i);
                inOrder += in.readInt() == i ? 1 : 0;
                fastest = Math.min(fastest, System.nanoTime() - begun);
            }
            return new Echoed(inOrder, fastest);
        }
    }

    private static Record datagrams(Datagrams asked) throws IOException, InterruptedException {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket client = new DatagramSocket()) {
            daemon(() -> {
                DatagramPacket any = new DatagramPacket(new byte[4], 4);
                while (true) {
                    server.receive(any);
                    server.send(any);
                }
            });
            client.connect(new InetSocketAddress(asked.host(), server.getLocalPort()));
            client.setSoTimeout(SILENCE_MILLIS);
            BitSet returned = new BitSet();
            daemon(() -> {
                for (int i = 0; i < asked.count(); i++) {
                    client.send(
                            new DatagramPacket(ByteBuffer.allocate(4).putInt(i).array(), 4));
                    Thread.sleep(1);
                }
            });
            DatagramPacket in = new DatagramPacket(new byte[4], 4);
            try {
                while (true) {
                    client.receive(in);
                    returned.set(ByteBuffer.wrap(in.getData()).getInt());
                }
            } catch (SocketTimeoutException nothingComesAnyMore) {
                return new Returned(returned.cardinality());
            }
        }
    }

    private static Record knock(Knock asked) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(asked.host(), asked.port()), SILENCE_MILLIS);
            return new Answered(true);
        } catch (IOException e) {
            return new Answered(false);
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException e) {
                // Its socket was closed: whoever asked has what it wanted.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
