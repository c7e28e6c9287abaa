package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentsTest {
    private static final int MAX = 70_000;
    private static final int PIECE = 1_000;

    private final UdpCounters counters = new UdpCounters();
    private final Fragments fragments = new Fragments(MAX, counters);

    private record Piece(int index, int count, byte[] bytes) {}

    private static List<Piece> cut(byte[] message) {
        int count = (message.length + PIECE - 1) / PIECE;
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int to = Math.min(message.length, (i + 1) * PIECE);
            pieces.add(new Piece(i, count, java.util.Arrays.copyOfRange(message, i * PIECE, to)));
        }
        return pieces;
    }

    private @Nullable ByteBuf add(long number, Piece piece) {
        return fragments.add(Types.CALL, number, piece.index, piece.count, Unpooled.wrappedBuffer(piece.bytes));
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(@Nullable ByteBuf whole) {
        ByteBuf in = Objects.requireNonNull(whole);
        byte[] bytes = new byte[in.readableBytes()];
        in.readBytes(bytes);
        return bytes;
    }

    @Property(tries = 100)
    void pieces_in_any_order_and_twice_make_the_message_once(
            @ForAll @IntRange(min = 1, max = MAX) int size, @ForAll Random random) {
        byte[] message = noise(size);
        List<Piece> pieces = new ArrayList<>(cut(message));
        pieces.addAll(cut(message));
        Collections.shuffle(pieces, random);
        List<byte[]> whole = new ArrayList<>();

        int distinct = pieces.size() / 2;
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        for (Piece piece : pieces) {
            if (seen.size() == distinct) {
                break; // what comes after it is whole begins another one
            }
            seen.add(piece.index);
            ByteBuf made = add(7, piece);
            if (made != null) {
                whole.add(bytes(made));
            }
        }

        assertThat(whole).containsExactly(message);
        assertThat(fragments.heldBytes()).isZero();
    }

    @Test
    void what_is_whole_is_not_copied() {
        ByteBuf in = Unpooled.wrappedBuffer(new byte[5]);

        assertThat(fragments.add(Types.CALL, 1, 0, 1, in)).isSameAs(in);
    }

    @Test
    void messages_do_not_mix() {
        List<Piece> one = cut(noise(2_500));
        List<Piece> other = cut(noise(2_600));
        for (int i = 0; i < 2; i++) {
            assertThat(add(1, one.get(i))).isNull();
            assertThat(add(2, other.get(i))).isNull();
        }

        assertThat(bytes(add(1, one.get(2)))).isEqualTo(noise(2_500));
        assertThat(bytes(add(2, other.get(2)))).isEqualTo(noise(2_600));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 500", "3, 3, 500", "0, 60000, 500", "0, 3, 0", "0, 3, 10", "60000, 60001, 1", "65535, 1, 500"})
    void refuses_what_is_no_piece(int index, int count, int size) {
        assertThatThrownBy(() -> fragments.add(Types.CALL, 1, index, count, Unpooled.wrappedBuffer(new byte[size])))
                .isInstanceOfSatisfying(
                        BadDatagram.class, bad -> assertThat(bad.reason()).isEqualTo(Reason.FRAGMENT));
    }

    @Test
    void refuses_a_piece_of_another_cut_of_the_same_message() {
        assertThat(add(1, new Piece(0, 3, new byte[500]))).isNull();

        assertThatThrownBy(() -> add(1, new Piece(1, 4, new byte[500]))).isInstanceOf(BadDatagram.class);
    }

    @Test
    void ten_thousand_halves_are_bounded() {
        for (int i = 0; i < 10_000; i++) {
            for (int piece = 0; piece < 30; piece++) {
                assertThat(add(i, new Piece(piece, 60, new byte[PIECE]))).isNull();
            }
        }

        assertThat(fragments.heldBytes()).isLessThanOrEqualTo(1 << 20);
        assertThat(counters.unfinished.sum()).isGreaterThan(9_000);
    }

    @Test
    void what_nobody_waits_for_is_forgotten() {
        assertThat(add(1, new Piece(0, 3, new byte[500]))).isNull();

        fragments.forget(Types.CALL, 1);

        assertThat(fragments.heldBytes()).isZero();
    }
}
