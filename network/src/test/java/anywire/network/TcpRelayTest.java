package anywire.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before a server that echoes. */
class TcpRelayTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration DELAY = Duration.ofMillis(20);
    /** A bound against hanging. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int PATIENCE_MILLIS = (int) PATIENCE.toMillis();

    private static final int SILENCE_MILLIS = 300;

    private ServerSocket server;
    private Relay relay;

    @BeforeEach
    void start() throws Exception {
        server = new ServerSocket(0, 50, HERE);
        start(this::serve);
        relay = Relay.tcp(
                new InetSocketAddress(HERE, 0), new InetSocketAddress(HERE, server.getLocalPort()), Conditions.NONE, 7);
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
        server.close();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            long ignored = socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException gone) {
            // So is its client.
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(relay.address(), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static int ask(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        return socket.getInputStream().read();
    }

    private static boolean isSilentAbout(Socket socket, int word) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            int ignored = ask(socket, word);
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Test
    void passes_on_both_ways_and_whole() throws Exception {
        byte[] much = new byte[3 << 20];
        new Random(1).nextBytes(much);
        relay.set(Conditions.NONE.withDelay(Duration.ofMillis(1)).withJitter(Duration.ofMillis(1)));
        try (Socket socket = connect()) {
            start(() -> {
                try {
                    OutputStream out = socket.getOutputStream();
                    out.write(much);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(much);
        }
    }

    @Test
    void nothing_comes_before_its_time() throws Exception {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 1)).isEqualTo(1);
            relay.set(Conditions.NONE.withDelay(DELAY));
            long before = System.nanoTime();
            assertThat(ask(socket, 2)).isEqualTo(2);
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(2 * DELAY.toNanos());
        }
    }

    @Test
    void a_rate_takes_its_time() throws Exception {
        relay.set(Conditions.NONE.withRate(1_000_000));
        byte[] bytes = new byte[100_000];
        try (Socket socket = connect()) {
            long before = System.nanoTime();
            socket.getOutputStream().write(bytes);
            assertThat(socket.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
            assertThat(System.nanoTime() - before)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    void a_stall_keeps_all() throws Exception {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 1)).isEqualTo(1);
            relay.set(Flow.STALLED);
            assertThat(isSilentAbout(socket, 2)).isTrue();
            relay.set(Flow.OPEN);
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void a_black_hole_swallows_and_keeps_the_connection() throws Exception {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 1)).isEqualTo(1);
            relay.set(Flow.BLACK_HOLE);
            assertThat(isSilentAbout(socket, 2)).isTrue();
            relay.set(Flow.OPEN);
            assertThat(ask(socket, 3)).isEqualTo(3);
        }
    }

    @Test
    void a_cut_ends_connections_and_refuses_new_ones_until_it_is_mended() throws Exception {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 1)).isEqualTo(1);
            relay.set(Flow.CUT);
            assertThat(ends(socket)).isTrue();
            assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
        }
        relay.set(Flow.OPEN);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (Socket again = connect()) {
                return ask(again, 4) == 4;
            }
        });
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_connection_that_ends() throws Exception {
        server.close();
        // the thread that waits in accept holds the port for a moment longer
        await().atMost(PATIENCE).until(() -> {
            try (Socket socket = new Socket(HERE, server.getLocalPort())) {
                return socket.isClosed();
            } catch (IOException refused) {
                return true;
            }
        });
        try (Socket socket = connect()) {
            assertThat(ends(socket)).isTrue();
        }
    }

    @Test
    void a_stream_is_not_to_lose_anything() {
        assertThatThrownBy(() -> relay.set(Conditions.NONE.withLoss(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes the kernel");
    }
}
