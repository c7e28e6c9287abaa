package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.relay.Conditions;
import anywire.transport.Client;
import anywire.transport.Reply;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each is counted under its name, and good calls go on. */
class HostileDatagramsTest {
    private final Loopback loopback = new Loopback("");
    private Stranger stranger;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        stranger = new Stranger(loopback.port());
        client = loopback.client();
        goodCallsGoOn();
    }

    @AfterEach
    void stop() {
        goodCallsGoOn();
        stranger.close();
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
        return Stranger.datagram(session, Types.CALL, number, 0, 1, out -> {
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
        stranger.send(new byte[3]);
        counted("bad length", 1);
        stranger.send(new byte[500]);
        counted("unknown version", 1);
        byte[] sealed = Stranger.datagram(0, Types.HELLO, 0, 0, 1, out -> out.writeZero(48));
        sealed[1] = 9;
        stranger.send(sealed);
        counted("unknown key", 1);
    }

    @Test
    void random_bytes_after_a_good_beginning() throws Exception {
        long session = stranger.session();
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int type = random.nextInt(30);
            stranger.send(Stranger.datagram(session, type, random.nextInt(5), 0, 1, out -> {
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
        long session = stranger.session();
        stranger.send(Stranger.datagram(session, Types.CALL, 1, 0, 1, out -> {
            out.writeLong(1);
            path(out, 255, "echo/echo");
        }));
        counted("malformed fields", 1);
        stranger.send(request(session, 2, 1, "echo/echo"));
        assertThat(stranger.answer()).as("a good one after it").isNotNull();
    }

    @Test
    void numbers_that_can_not_be() throws Exception {
        long session = stranger.session();
        stranger.send(request(session, 5, 6, "echo/echo"));
        stranger.send(request(session, Long.MAX_VALUE, Long.MAX_VALUE, "echo/echo"));
        stranger.send(request(session, 5, 0, "echo/echo"));
        counted("malformed fields", 3);
    }

    @Test
    void a_session_that_is_somebody_elses_is_not_served_elsewhere_nor_told_more_than_was_said() throws Exception {
        long session = stranger.session();
        try (Stranger spoofer = new Stranger(loopback.port())) {
            byte[] stolen = request(session, 1, 1, "echo/tell");
            spoofer.send(stolen);
            byte[] answer = spoofer.answer();
            assertThat(answer).hasSizeLessThanOrEqualTo(stolen.length);
            assertThat(loopback.service.told).isEmpty();
            byte[] tiny = Stranger.datagram(session, Types.UNSUBSCRIBE, 1, 0, 1, out -> {});
            spoofer.send(tiny);
            assertThat(spoofer.hearsNothing()).as("an answer would be longer").isTrue();
        }
        counted("unknown session", 2);
    }

    @Test
    void hellos_without_a_cookie_make_no_session_and_get_no_more_than_they_gave() throws Exception {
        long before = loopback.counted("sessions made");
        byte[] hello = Stranger.datagram(0, Types.HELLO, 0, 0, 1, out -> out.writeZero(Handshake.HELLO_BYTES));
        for (int i = 0; i < 100; i++) {
            stranger.send(hello);
            assertThat(stranger.answer()).hasSizeLessThanOrEqualTo(hello.length);
        }
        byte[] invented = Stranger.datagram(0, Types.HELLO, 0, 0, 1, out -> {
            out.writeLong(1).writeLong(2).writeLong(3).writeLong(4);
            out.writeZero(16);
        });
        stranger.send(invented);
        counted("stale cookie", 1);
        assertThat(stranger.answer()).as("another cookie").hasSizeLessThanOrEqualTo(invented.length);
        assertThat(loopback.counted("sessions made")).isEqualTo(before);
    }

    @Test
    void halves_of_messages_ten_thousand_times() throws Exception {
        long session = stranger.session();
        for (int i = 1; i <= 10_000; i++) {
            stranger.send(Stranger.datagram(session, Types.CALL, i, 0, 50, out -> out.writeZero(1_000)));
        }
        await().until(() -> loopback.counted("unfinished messages") > 0);
    }

    @Test
    void oversized_ones() throws Exception {
        stranger.send(new byte[60_000]);
        stranger.send(Stranger.datagram(stranger.session(), Types.CALL, 1, 0, 1, out -> out.writeZero(50_000)));
        await().until(() ->
                loopback.counted("bad datagrams: unknown version") + loopback.counted("bad datagrams: malformed fields")
                        > 1);
    }

    @Test
    void a_subscriber_that_vanishes_loses_its_lease() throws Exception {
        try (Loopback brief = new Loopback("?lease=1s");
                Stranger vanishing = new Stranger(brief.port())) {
            long session = vanishing.session();
            vanishing.send(Stranger.datagram(session, Types.SUBSCRIBE, 1, 0, 1, out -> {
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
        try (Loopback sealed = new Loopback("?seal=hmac");
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

            try (Stranger forger = new Stranger(sealed.port())) {
                byte[] forged = Stranger.datagram(7, Types.CALL, 0, 0, 1, out -> out.writeZero(60));
                forged[1] = (byte) new HmacSeal(Loopback.KEY).key();
                forger.send(forged);
                await().until(() -> sealed.counted("bad datagrams: forged") == 1);
                assertThat(forger.hearsNothing()).isTrue();
            }
        }
    }
}
