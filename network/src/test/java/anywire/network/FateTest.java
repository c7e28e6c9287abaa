package anywire.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FateTest {
    private static final Conditions DELAYED = Conditions.NONE.withDelay(Duration.ofMillis(5));

    private static List<Fate.Verdict> verdicts(Conditions conditions, long seed, int count) {
        Fate fate = new Fate(seed);
        List<Fate.Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            verdicts.add(fate.of(conditions, i * 100_000L, 100));
        }
        return verdicts;
    }

    @Test
    void nothing_is_done_under_no_conditions() {
        assertThat(verdicts(Conditions.NONE, 1, 3))
                .containsExactly(
                        new Fate.Verdict(false, 0, false, false),
                        new Fate.Verdict(false, 100_000, false, false),
                        new Fate.Verdict(false, 200_000, false, false));
    }

    @Property
    void the_same_seed_is_the_same_fate(@ForAll long seed) {
        Conditions bad = DELAYED.withJitter(Duration.ofMillis(5))
                .withLoss(0.2)
                .withDoubling(0.2)
                .withReordering(0.2);

        assertThat(verdicts(bad, seed, 50)).isEqualTo(verdicts(bad, seed, 50));
    }

    @Test
    void shares_are_what_they_are_said_to_be() {
        List<Fate.Verdict> all =
                verdicts(DELAYED.withLoss(0.05).withDoubling(0.1).withReordering(0.2), 3, 100_000);

        // Six standard deviations of a share of 0.05 among 100,000 are 0.004.
        assertThat(share(all, Fate.Verdict::lost)).isCloseTo(0.05, within(0.005));
        List<Fate.Verdict> passed = all.stream().filter(v -> !v.lost()).toList();
        assertThat(share(passed, Fate.Verdict::doubled)).isCloseTo(0.1, within(0.006));
        assertThat(share(passed, Fate.Verdict::heldBack)).isCloseTo(0.2, within(0.008));
    }

    private static double share(List<Fate.Verdict> all, java.util.function.Predicate<Fate.Verdict> which) {
        return all.stream().filter(which).count() / (double) all.size();
    }

    @Property
    void jitter_stays_within_its_bounds_and_keeps_the_order(@ForAll long seed) {
        List<Fate.Verdict> all = verdicts(DELAYED.withJitter(Duration.ofMillis(2)), seed, 200);

        long before = 0;
        for (int i = 0; i < all.size(); i++) {
            long due = all.get(i).dueNanos();
            assertThat(due).isGreaterThanOrEqualTo(before);
            assertThat(due - i * 100_000L).isBetween(3_000_000L, 7_000_000L + 4_000_000);
            before = due;
        }
    }

    @Test
    void what_is_held_back_is_overtaken_and_holds_up_nobody() {
        List<Fate.Verdict> all = verdicts(DELAYED.withReordering(0.5), 3, 100);

        for (int i = 0; i < all.size(); i++) {
            Fate.Verdict verdict = all.get(i);
            long plain = i * 100_000L + 5_000_000;
            assertThat(verdict.dueNanos())
                    .isEqualTo(verdict.heldBack() ? plain + Conditions.HELD_BACK.toNanos() : plain);
        }
    }

    @Test
    void a_rate_spreads_what_comes_together() {
        Fate fate = new Fate(1);
        Conditions slow = Conditions.NONE.withRate(1_000_000);

        assertThat(fate.of(slow, 0, 1_000).dueNanos()).isEqualTo(1_000_000);
        assertThat(fate.of(slow, 0, 1_000).dueNanos()).isEqualTo(2_000_000);
        assertThat(fate.of(slow, 10_000_000, 1_000).dueNanos()).isEqualTo(11_000_000);
    }

    @Test
    void refuses_conditions_that_make_no_sense() {
        assertThatThrownBy(() -> Conditions.NONE.withLoss(1.1)).hasMessage("loss is a share from 0 to 1, not 1.1");
        assertThatThrownBy(() -> Conditions.NONE.withJitter(Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Conditions.NONE.withRate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Conditions.NONE.withDoubling(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
