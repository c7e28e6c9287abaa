package anywire.transport.tcp;

import static anywire.transport.tck.EchoService.ECHO;
import static anywire.transport.tck.EchoService.call;
import static anywire.transport.tck.EchoService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against bare sockets that do what no client or server of ours would. */
@Timeout(300)
class HostilePeerTest {
    @ParameterizedTest
    @CsvSource({
        "bad length, 7fffffff",
        "bad length, ffffffff",
        "bad length, 00000009010100000000000000",
        "bad length, 474554202f20485454502f312e310d0a0d0a",
        "unknown version, 0000000a02010000000000000001",
        "unknown type, 0000000a01630000000000000001",
        "unknown type, 0000000a01040000000000000001",
        "malformed fields, 0000000a01010000000000000001",
        "malformed fields, 0000000b01010000000000000001ff",
        "malformed fields, 0000001401010000000000000001096563686f2f6563686f"
    })
    void what_is_no_frame_ends_its_connection_counted_and_no_other(String reason, String hex) throws IOException {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
            assertThat(text(client.call(call(ECHO, "before")).join())).isEqualTo("before");
            socket.getOutputStream().write(HexFormat.of().parseHex(hex));
            assertThat(isClosedByPeer(socket)).isTrue();
            assertThat(loopback.counted("bad frames: " + reason)).isEqualTo(1);
            assertThat(text(client.call(call(ECHO, "after")).join())).isEqualTo("after");
        }
    }

    @Test
    void garbage_of_any_kind_leaves_other_connections_alone() throws IOException {
        Random random = new Random(7);
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            for (int i = 0; i < 50; i++) {
                byte[] garbage = new byte[1 + random.nextInt(5000)];
                random.nextBytes(garbage);
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
                    socket.getOutputStream().write(garbage);
                }
                assertThat(text(client.call(call(ECHO, "still there")).join())).isEqualTo("still there");
            }
        }
    }

    @Test
    void a_call_that_comes_byte_by_byte_is_answered() throws IOException {
        try (TcpLoopback loopback = new TcpLoopback("");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
            socket.setTcpNoDelay(true);
            byte[] frame = frame(call(ECHO, "slowly"));
            for (int twice = 0; twice < 2; twice++) {
                for (byte b : frame) {
                    socket.getOutputStream().write(b);
                }
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] reply = new byte[in.readInt()];
                in.readFully(reply);
                assertThat(new String(reply, StandardCharsets.US_ASCII)).endsWith("slowly");
            }
        }
    }

    @Test
    void half_a_frame_and_a_goodbye_are_no_harm() throws IOException {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            byte[] frame = frame(call(ECHO, "never whole"));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
                socket.getOutputStream().write(frame, 0, frame.length / 2);
            }
            assertThat(text(client.call(call(ECHO, "whole")).join())).isEqualTo("whole");
            await().until(() -> loopback.counted("connections made") == 2);
        }
    }

    @Test
    void a_silent_peer_is_asked_and_then_left() throws IOException {
        try (TcpLoopback loopback = new TcpLoopback("?idle=50ms");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
            byte[] ping = new DataInputStream(socket.getInputStream()).readNBytes(TcpFrames.HEADER_BYTES);
            assertThat(ping[5]).isEqualTo((byte) TcpFrames.PING);
            assertThat(isClosedByPeer(socket)).isTrue();
            assertThat(loopback.counted("silent peers")).isEqualTo(1);
        }
    }

    @Test
    void a_trickle_of_bytes_is_no_sign_of_life() throws Exception {
        try (TcpLoopback loopback = new TcpLoopback("?idle=50ms");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
            socket.getOutputStream().write(new byte[] {0, 0, 16, 0});
            await().until(() -> {
                try {
                    socket.getOutputStream().write(0);
                    return false;
                } catch (IOException closed) {
                    return true;
                }
            });
            assertThat(loopback.counted("silent peers")).isEqualTo(1);
        }
    }

    @Test
    void an_idle_but_living_peer_is_kept() throws IOException {
        // a peer that answers within a second is kept: on a busy machine even that takes a while
        try (TcpLoopback loopback = new TcpLoopback("?idle=1s");
                Client client = loopback.client()) {
            assertThat(text(client.call(call(ECHO, "before")).join())).isEqualTo("before");
            // each side has asked and been answered
            await().until(() -> loopback.counted("frames sent") > 3);
            assertThat(text(client.call(call(ECHO, "after")).join())).isEqualTo("after");
            assertThat(client.counts()).containsEntry("connections made", 1L);
        }
    }

    @Test
    void a_server_that_stalls_is_left_and_what_it_had_is_disconnected() throws IOException {
        try (TcpLoopback loopback = new TcpLoopback("?idle=50ms");
                ServerSocket stalled = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Client client = loopback.client(stalled.getLocalPort())) {
            assertThat(TcpTransportTest.failure(client.call(call(ECHO, "hello?"))))
                    .isInstanceOfSatisfying(
                            TransportException.Disconnected.class,
                            lost -> assertThat(lost.mayHaveRun()).isTrue());
        }
    }

    @Test
    void a_server_of_another_protocol_is_left_with_a_clear_word() throws Exception {
        try (TcpLoopback loopback = new TcpLoopback("");
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Client client = loopback.client(other.getLocalPort())) {
            CompletableFuture<Reply> outcome = client.call(call(ECHO, "hello?"));
            try (Socket accepted = other.accept()) {
                accepted.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(TcpTransportTest.failure(outcome))
                        .isInstanceOf(TransportException.Disconnected.class)
                        .hasMessageContaining("does not speak this protocol: bad length");
            }
        }
    }

    @Test
    void one_connection_too_many_is_turned_away() throws IOException {
        try (TcpLoopback loopback = new TcpLoopback("?maxConnections=1");
                Client client = loopback.client()) {
            assertThat(text(client.call(call(ECHO, "first")).join())).isEqualTo("first");
            try (Socket second = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
                assertThat(isClosedByPeer(second)).isTrue();
            }
            assertThat(loopback.counted("connections turned away")).isEqualTo(1);
        }
    }

    private static byte[] frame(Call call) {
        byte[] path = OperationPaths.bytes(call.operation());
        int size = TcpFrames.requestSize(TcpFrames.CALL, path, call, "");
        ByteBuf out = Unpooled.buffer(size, size);
        TcpFrames.request(
                out, size, TcpFrames.CALL, 1, path, call, call.timeLeft().toNanos(), Acks.NONE, "");
        return ByteBufUtil.getBytes(out);
    }

    private static boolean isClosedByPeer(Socket socket) {
        try {
            long ignored = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // as good an end as any
        }
        return true;
    }
}
