package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.transport.udp.BadDatagram.Reason;
import anywire.transport.udp.Seal.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSealTest {
    private static final String KEY = "0b".repeat(32);
    private static final int BODY_BYTES = 9;

    private final HmacSeal ours = new HmacSeal(KEY);
    private final HmacSeal theirs = new HmacSeal(KEY);
    private final Peer to = peer();
    private final Peer from = peer();

    private static Peer peer() {
        return new Peer(5, null, new Fragments(1_000, new UdpCounters()));
    }

    private ByteBuf sealed() {
        ByteBuf datagram = Unpooled.buffer();
        Datagrams.header(datagram, ours.key(), 5);
        ours.number(datagram, to);
        datagram.writeZero(BODY_BYTES);
        ours.close(datagram, Direction.TO_SERVER);
        return datagram;
    }

    private void open(ByteBuf datagram, Direction direction) {
        theirs.requireKey(Datagrams.readKey(datagram));
        theirs.open(datagram, 0, direction);
        assertThat(datagram.readLong()).isEqualTo(5);
        theirs.check(datagram, from);
    }

    private void assertBad(Reason reason, ByteBuf datagram, Direction direction) {
        assertThatThrownBy(() -> open(datagram, direction))
                .isInstanceOfSatisfying(
                        BadDatagram.class, bad -> assertThat(bad.reason()).isEqualTo(reason));
    }

    @Test
    void what_was_sealed_opens_to_what_it_was() {
        ByteBuf datagram = sealed();

        open(datagram, Direction.TO_SERVER);

        assertThat(datagram.readableBytes()).isEqualTo(BODY_BYTES);
    }

    /** By the JDK alone, with nothing of ours between. */
    @Test
    void the_tag_is_the_first_half_of_the_standard_one() throws Exception {
        ByteBuf datagram = sealed();
        byte[] all = ByteBufUtil.getBytes(datagram);
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        byte[] key = java.security.MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8));
        mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
        mac.update((byte) 1);
        mac.update(all, 0, all.length - HmacSeal.TAG_BYTES);

        assertThat(java.util.Arrays.copyOfRange(all, all.length - HmacSeal.TAG_BYTES, all.length))
                .isEqualTo(java.util.Arrays.copyOf(mac.doFinal(), HmacSeal.TAG_BYTES));
    }

    @Test
    void a_bit_anywhere_makes_it_forged() {
        int bits = sealed().readableBytes() * 8;
        for (int bit = 16; bit < bits; bit++) { // version and key have reasons of their own
            ByteBuf datagram = sealed();
            datagram.setByte(bit / 8, datagram.getByte(bit / 8) ^ 1 << bit % 8);
            assertBad(Reason.FORGED, datagram, Direction.TO_SERVER);
        }
    }

    @Test
    void what_the_server_sealed_can_not_be_sent_back_to_it() {
        assertBad(Reason.FORGED, sealed(), Direction.TO_CLIENT);
    }

    @Test
    void the_same_again_is_a_replay() {
        ByteBuf datagram = sealed();
        ByteBuf again = datagram.copy();
        open(datagram, Direction.TO_SERVER);

        assertBad(Reason.REPLAYED, again, Direction.TO_SERVER);
    }

    @Test
    void another_key_and_none_are_told_at_sight() {
        HmacSeal peer = new HmacSeal("0c".repeat(32));
        assertThat(peer.key()).isNotEqualTo(ours.key());

        assertThatThrownBy(() -> peer.requireKey(ours.key())).isInstanceOf(BadDatagram.class);
        assertThatThrownBy(() -> ours.requireKey(Datagrams.NOT_SEALED)).isInstanceOf(BadDatagram.class);
        assertThatThrownBy(() -> Seal.NONE.requireKey(ours.key())).isInstanceOf(BadDatagram.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 18, 25, 33})
    void what_is_cut_short_is_told(int bytes) {
        ByteBuf datagram = sealed();
        datagram.writerIndex(bytes);

        assertThatThrownBy(() -> open(datagram, Direction.TO_SERVER)).isInstanceOf(BadDatagram.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0b", "thirty-one characters, one less"})
    void refuses_what_is_too_short_for_a_key(String key) {
        assertThatThrownBy(() -> new HmacSeal(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
