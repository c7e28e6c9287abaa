package anywire.host;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.host.CallTally.Named;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallTallyTest {
    private static final long SECOND_OPERATION = 1L << CallTally.NUMBER_BITS;

    @Test
    void all_seen_once_and_in_order_is_clean() {
        assertThat(CallTally.of(new long[] {0, 1, 2}, new long[] {3}))
                .isEqualTo(new CallTally(3, 0, 0, 0, 0, Named.NONE));
    }

    @Test
    void lost_and_doubled_ones_do_not_cancel_out() {
        Named named = new Named(List.of(1L), List.of(2L), List.of());
        assertThat(CallTally.of(new long[] {0, 2, 2}, new long[] {3})).isEqualTo(new CallTally(2, 1, 1, 0, 0, named));
    }

    @Test
    void order_is_kept_apart_for_each_operation() {
        long[] seen = {0, SECOND_OPERATION + 1, 1, SECOND_OPERATION};
        Named named = new Named(List.of(), List.of(), List.of(SECOND_OPERATION));
        assertThat(CallTally.of(seen, new long[] {2, 2})).isEqualTo(new CallTally(4, 0, 0, 1, 0, named));
    }

    @Test
    void what_nobody_sent_is_unknown() {
        assertThat(CallTally.of(new long[] {0, 5, 3 * SECOND_OPERATION}, new long[] {1}))
                .isEqualTo(new CallTally(1, 0, 0, 0, 2, Named.NONE));
    }

    @Test
    void lost_ones_are_named_with_their_operation() {
        assertThat(CallTally.of(new long[] {0, SECOND_OPERATION}, new long[] {2, 3})
                        .named()
                        .lost())
                .containsExactly(1L, SECOND_OPERATION + 1, SECOND_OPERATION + 2);
    }

    @Test
    void all_are_counted_though_only_the_first_hundred_are_named() {
        CallTally tally = CallTally.of(new long[0], new long[] {1_000});
        assertThat(tally.lost()).isEqualTo(1_000);
        assertThat(tally.named().lost())
                .isEqualTo(LongStream.range(0, 100).boxed().toList());
    }
}
