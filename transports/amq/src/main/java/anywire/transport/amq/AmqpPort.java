package anywire.transport.amq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** A port where a broker listens or will. */
final class AmqpPort {
    private static final byte[] HEADER = "AMQP\0\0\u0009\u0001".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ANSWER_MILLIS = 500;
    private static final long POLL_MILLIS = 50;

    private AmqpPort() {}

    /** The port asked for, or one that is free now. */
    static int choose(OptionalInt asked) throws IOException {
        return asked.isPresent() ? asked.getAsInt() : free();
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until a broker says its first word there. @throws IOException if it is not alive any more, or too slow */
    static void await(String host, int port, Duration limit, BooleanSupplier alive, String where)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (!answers(host, port)) {
            if (!alive.getAsBoolean()) {
                throw new IOException("the broker ended while starting; " + where);
            }
            if (System.nanoTime() - until > 0) {
                throw new IOException("the broker did not answer within " + limit.toSeconds() + " s; " + where);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(HEADER);
            return socket.getInputStream().read() == 1;
        } catch (IOException e) {
            return false;
        }
    }
}
