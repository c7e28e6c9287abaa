package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.network.Conditions;
import anywire.transport.Client;
import anywire.transport.Reply;
import anywire.transport.tck.EchoService;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each is counted under its name, and good calls go on. */
class HostileDatagramsTest {
    private final UdpLoopback loopback = new UdpLoopback("");
    private HostileDatagrams peer;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        peer = new HostileDatagrams(loopback.port());
        client = loopback.client();
        goodCallsGoOn();
    }

    @AfterEach
    void stop() {
        goodCallsGoOn();
        peer.close();
        client.close();
        loopback.close();
    }

    private void goodCallsGoOn() {
        Reply reply = client.call(EchoService.call(EchoService.ECHO, "good")).join();
        assertThat(EchoService.text(reply)).isEqualTo("good");
    }

    private void counted(String reason, long count) {
        await().untilAsserted(() ->
                assertThat(loopback.counted("bad datagrams: " + reason)).isGreaterThanOrEqualTo(count));
    }

    private static byte[] request(long session, long number, long floor, String path) {
        return HostileDatagrams.datagram(session, Types.CALL, number, 0, 1, out -> {
            out.writeLong(floor);
            path(out, path.length(), path);
            out.writeLong(1_000_000_000).writeByte(1).writeByte(1).writeByte(0);
            out.writeBytes("hello".getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static void path(ByteBuf out, int length, String path) {
        out.writeByte(length);
        out.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_is_short_or_of_another_version_or_key() throws Exception {
        peer.send(new byte[3]);
        counted("bad length", 1);
        peer.send(new byte[500]);
        counted("unknown version", 1);
        byte[] sealed = HostileDatagrams.datagram(0, Types.HELLO, 0, 0, 1, out -> out.writeZero(48));
        sealed[1] = 9;
        peer.send(sealed);
        counted("unknown key", 1);
    }

    @Test
    void random_bytes_after_a_good_beginning() throws Exception {
        long session = peer.session();
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int type = random.nextInt(30);
            peer.send(HostileDatagrams.datagram(session, type, random.nextInt(5), 0, 1, out -> {
                byte[] noise = new byte[random.nextInt(60)];
                random.nextBytes(noise);
                out.writeBytes(noise);
            }));
        }
        counted("unknown type", 1);
        counted("malformed fields", 1);
    }

    @Test
    void a_length_that_lies() throws Exception {
        long session = peer.session();
        peer.send(HostileDatagrams.datagram(session, Types.CALL, 1, 0, 1, out -> {
            out.writeLong(1);
            path(out, 255, "echo/echo");
        }));
        counted("malformed fields", 1);
        peer.send(request(session, 2, 1, "echo/echo"));
        assertThat(peer.answer()).as("a good one after it").isNotNull();
    }

    @Test
    void numbers_that_can_not_be() throws Exception {
        long session = peer.session();
        peer.send(request(session, 5, 6, "echo/echo"));
        peer.send(request(session, Long.MAX_VALUE, Long.MAX_VALUE, "echo/echo"));
        peer.send(request(session, 5, 0, "echo/echo"));
        counted("malformed fields", 3);
    }

    @Test
    void a_session_that_is_somebody_elses_is_not_served_elsewhere_nor_told_more_than_was_said() throws Exception {
        long session = peer.session();
        try (HostileDatagrams spoofer = new HostileDatagrams(loopback.port())) {
            byte[] stolen = request(session, 1, 1, "echo/tell");
            spoofer.send(stolen);
            byte[] answer = spoofer.answer();
            assertThat(answer).hasSizeLessThanOrEqualTo(stolen.length);
            assertThat(loopback.service.told).isEmpty();
            byte[] tiny = HostileDatagrams.datagram(session, Types.UNSUBSCRIBE, 1, 0, 1, out -> {});
            spoofer.send(tiny);
            assertThat(spoofer.hearsNothing()).as("an answer would be longer").isTrue();
        }
        counted("unknown session", 2);
    }

    @Test
    void hellos_without_a_cookie_make_no_session_and_get_no_more_than_they_gave() throws Exception {
        long before = loopback.counted("sessions made");
        byte[] hello = HostileDatagrams.datagram(0, Types.HELLO, 0, 0, 1, out -> out.writeZero(Handshake.HELLO_BYTES));
        for (int i = 0; i < 100; i++) {
            peer.send(hello);
            assertThat(peer.answer()).hasSizeLessThanOrEqualTo(hello.length);
        }
        byte[] invented = HostileDatagrams.datagram(0, Types.HELLO, 0, 0, 1, out -> {
            out.writeLong(1).writeLong(2).writeLong(3).writeLong(4);
            out.writeZero(16);
        });
        peer.send(invented);
        counted("stale cookie", 1);
        assertThat(peer.answer()).as("another cookie").hasSizeLessThanOrEqualTo(invented.length);
        assertThat(loopback.counted("sessions made")).isEqualTo(before);
    }

    @Test
    void halves_of_messages_ten_thousand_times() throws Exception {
        long session = peer.session();
        for (int i = 1; i <= 10_000; i++) {
            peer.send(HostileDatagrams.datagram(session, Types.CALL, i, 0, 50, out -> out.writeZero(1_000)));
        }
        await().until(() -> loopback.counted("unfinished messages") > 0);
    }

    @Test
    void oversized_ones() throws Exception {
        peer.send(new byte[60_000]);
        peer.send(HostileDatagrams.datagram(peer.session(), Types.CALL, 1, 0, 1, out -> out.writeZero(50_000)));
        await().until(() ->
                loopback.counted("bad datagrams: unknown version") + loopback.counted("bad datagrams: malformed fields")
                        > 1);
    }

    @Test
    void a_subscriber_that_vanishes_loses_its_lease() throws Exception {
        try (UdpLoopback brief = new UdpLoopback("?lease=1s");
                HostileDatagrams vanishing = new HostileDatagrams(brief.port())) {
            long session = vanishing.session();
            vanishing.send(HostileDatagrams.datagram(session, Types.SUBSCRIBE, 1, 0, 1, out -> {
                out.writeLong(1);
                path(out, "echo/listen".length(), "echo/listen");
                out.writeLong(1_000_000_000).writeByte(1).writeByte(1).writeByte(0);
                path(out, 5, "topic");
            }));
            assertThat(vanishing.answer()).isNotNull();
            brief.service.publish("topic", "into the void");
            await().until(() -> brief.counted("leases ended") == 1);
        }
    }

    @Test
    void forged_and_replayed_ones() throws Exception {
        try (UdpLoopback sealed = new UdpLoopback("?seal=hmac");
                Client good = sealed.clientBehindRelay()) {
            assertThat(EchoService.text(
                            good.call(EchoService.call(EchoService.ECHO, "x")).join()))
                    .isEqualTo("x");
            sealed.relay.set(Conditions.NONE.withDoubling(1));
            for (int i = 0; i < 10; i++) {
                good.send(EchoService.call(EchoService.TELL, "once " + i)).join();
            }
            assertThat(sealed.service.told).hasSize(10);
            await().until(() -> sealed.counted("bad datagrams: replayed") >= 10);

            try (HostileDatagrams forger = new HostileDatagrams(sealed.port())) {
                byte[] forged = HostileDatagrams.datagram(7, Types.CALL, 0, 0, 1, out -> out.writeZero(60));
                forged[1] = (byte) new HmacSeal(UdpLoopback.KEY).key();
                forger.send(forged);
                await().until(() -> sealed.counted("bad datagrams: forged") == 1);
                assertThat(forger.hearsNothing()).isTrue();
            }
        }
    }
}
