package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
    @Property
    void nothing_is_heard_twice_and_nothing_new_within_the_window_is_refused(
            @ForAll @Size(max = 400) List<@LongRange(min = 1, max = 6_000) Long> sequences) {
        ReplayWindow window = new ReplayWindow();
        Set<Long> heard = new HashSet<>();
        long highest = 0;

        for (long sequence : sequences) {
            boolean first = window.hear(sequence);
            if (!heard.add(sequence)) {
                assertThat(first).as("%d again", sequence).isFalse();
            } else if (highest - sequence < ReplayWindow.SIZE) {
                assertThat(first)
                        .as("%d, new, with %d before", sequence, highest)
                        .isTrue();
            }
            highest = Math.max(highest, sequence);
        }
    }

    @Test
    void what_is_older_than_the_window_is_taken_for_a_repetition() {
        ReplayWindow window = new ReplayWindow();
        assertThat(window.hear(10_000)).isTrue();

        assertThat(window.hear(10_000 - ReplayWindow.SIZE - Long.SIZE)).isFalse();
        assertThat(window.hear(10_000 - ReplayWindow.SIZE + 1)).isTrue();
    }

    @Test
    void a_leap_forgets_all_that_was_before_it() {
        ReplayWindow window = new ReplayWindow();
        for (long sequence = 1; sequence <= 3_000; sequence++) {
            assertThat(window.hear(sequence)).isTrue();
        }
        assertThat(window.hear(1L << 50)).isTrue();

        assertThat(window.hear((1L << 50) - 1_000)).isTrue();
        assertThat(window.hear(3_000)).isFalse();
    }

    @Test
    void sequences_begin_at_one() {
        ReplayWindow window = new ReplayWindow();

        assertThat(window.hear(0)).isFalse();
        assertThat(window.hear(-1)).isFalse();
        assertThat(window.hear(Long.MAX_VALUE)).isTrue();
    }
}
