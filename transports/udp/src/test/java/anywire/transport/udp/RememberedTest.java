package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Reply;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered remembered = new Remembered();

    private @Nullable UdpReply remembers(long number) {
        return Objects.requireNonNull(remembered.find(number)).answer();
    }

    private int rememberedBytes(long number) {
        return Objects.requireNonNull(remembers(number)).size();
    }

    private static UdpReply answer(long number, int bytes) {
        return UdpReply.outcome(number, new Reply.Done(new Body(Format.BINARY, new byte[bytes])), null, bytes);
    }

    @Test
    void a_request_is_known_until_its_client_says_that_it_is_over() {
        assertThat(remembered.find(1)).isNull();
        remembered.begin(1);
        assertThat(remembers(1)).isNull();
        UdpReply answer = answer(1, 3);
        assertThat(remembered.answered(1, answer)).isTrue();
        assertThat(remembers(1)).isSameAs(answer);

        remembered.raiseFloor(2);

        assertThat(remembered.find(1)).isNull();
        assertThat(remembered.isOver(1)).isTrue();
        assertThat(remembered.isOver(2)).isFalse();
    }

    @Test
    void what_comes_of_a_request_that_is_over_is_not_wanted() {
        remembered.begin(1);
        remembered.raiseFloor(2);

        assertThat(remembered.answered(1, answer(1, 3))).isFalse();
    }

    @Test
    void numbers_are_within_reach_of_the_floor_and_not_below_their_own() {
        assertThat(remembered.admits(1, 1)).isTrue();
        assertThat(remembered.admits(1, 2)).isFalse();
        assertThat(remembered.admits(5, 0)).isFalse();
        assertThat(remembered.admits(Long.MAX_VALUE, 1)).isFalse();
        assertThat(remembered.admits(Long.MAX_VALUE, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void too_many_bytes_cost_the_oldest_replies_and_not_the_knowledge_that_they_ran() {
        for (int number = 1; number <= 20; number++) {
            remembered.begin(number);
            assertThat(remembered.answered(number, answer(number, 1 << 20))).isTrue();
        }

        assertThat(remembered.makeRoom()).isEqualTo(13);
        assertThat(rememberedBytes(1)).isLessThan(100);
        assertThat(rememberedBytes(13)).isLessThan(100);
        assertThat(rememberedBytes(14)).isGreaterThan(1 << 20);
    }
}
