package anywire.bench.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreciseSleepTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long GAP = 100 * MILLI;

    private final Machine machine = new Machine();

    /** On which parks end as late as they are told to, and nothing else takes time but looking at the clock. */
    private static final class Machine implements PreciseSleep.Time {
        static final long LOOK_NANOS = 50;

        private final Deque<Long> nextLateNanos = new ArrayDeque<>();
        private final List<Long> parks = new ArrayList<>();
        private long lateNanos;
        private long now = Long.MAX_VALUE - 10 * MILLI; // soon runs over, as System.nanoTime() may
        private long spunNanos;
        private long looked;

        @Override
        public long nanos() {
            looked = now;
            now += LOOK_NANOS;
            return looked;
        }

        @Override
        public void park(long nanos) {
            Long once = nextLateNanos.poll();
            parks.add(nanos);
            now += Math.max(0, nanos + (once == null ? lateNanos : once));
        }

        @Override
        public void spin() {
            now += LOOK_NANOS;
            spunNanos += 2 * LOOK_NANOS;
        }
    }

    private PreciseSleep withGapsOf(long gapNanos) {
        return PreciseSleep.forGaps(gapNanos, machine);
    }

    /** How late it was after a gap. */
    private long after(long gapNanos, PreciseSleep sleep) {
        long due = machine.now + gapNanos;
        sleep.until(due);
        return machine.looked - due;
    }

    @Test
    void it_is_on_time_where_parks_are_always_late_by_the_same() {
        machine.lateNanos = 300 * MICRO;
        PreciseSleep sleep = withGapsOf(GAP);
        for (int i = 0; i < 5; i++) {
            assertThat(after(GAP, sleep)).isBetween(0L, MICRO);
        }
    }

    @Test
    void it_learns_that_parks_have_become_later() {
        machine.lateNanos = 30 * MICRO;
        PreciseSleep sleep = withGapsOf(GAP);
        machine.lateNanos = 250 * MICRO;
        assertThat(after(GAP, sleep)).isGreaterThan(200 * MICRO);
        assertThat(after(GAP, sleep)).isGreaterThan(200 * MICRO);
        assertThat(after(GAP, sleep)).isBetween(0L, MICRO);
    }

    @Test
    void it_learns_that_parks_are_late_no_longer() {
        machine.lateNanos = 250 * MICRO;
        PreciseSleep sleep = withGapsOf(GAP);
        machine.lateNanos = 30 * MICRO;
        for (int i = 0; i < WakeLateness.REMEMBERED; i++) {
            after(GAP, sleep);
        }
        assertThat(sleep.spinNanos()).isBetween(30 * MICRO, 31 * MICRO);
    }

    @Test
    void one_hiccup_does_not_make_it_spin_longer() {
        machine.lateNanos = 60 * MICRO;
        PreciseSleep sleep = withGapsOf(GAP);
        long before = sleep.spinNanos();
        machine.nextLateNanos.addAll(List.of(0L, 4 * MILLI)); // the park near the end
        assertThat(after(GAP, sleep)).isGreaterThan(3 * MILLI);
        assertThat(sleep.spinNanos()).isEqualTo(before);
    }

    @Test
    void how_late_a_long_park_ends_does_not_matter_as_it_is_cut_before_its_end() {
        PreciseSleep sleep = withGapsOf(GAP);
        machine.nextLateNanos.add(2 * MILLI);
        assertThat(after(GAP, sleep)).isBetween(0L, MICRO);
        assertThat(sleep.spinNanos()).isEqualTo(PreciseSleep.MIN_SPIN_NANOS);
    }

    @Test
    void a_short_sleep_is_not_cut() {
        PreciseSleep sleep = withGapsOf(2 * MILLI);
        machine.parks.clear();
        after(2 * MILLI, sleep);
        assertThat(machine.parks).hasSize(1);
    }

    @Test
    void it_is_never_early_though_parks_are() {
        PreciseSleep sleep = withGapsOf(GAP);
        for (int i = 0; i < 20; i++) {
            machine.nextLateNanos.addAll(List.of(-40 * MILLI, -MILLI, -2 * MILLI));
            assertThat(after(GAP, sleep)).isBetween(0L, MICRO);
        }
        assertThat(sleep.spinNanos()).isEqualTo(PreciseSleep.MIN_SPIN_NANOS);
    }

    @Test
    void what_is_due_already_is_not_slept_for() {
        PreciseSleep sleep = withGapsOf(GAP);
        machine.parks.clear();
        long now = machine.now;
        sleep.until(now - MILLI);
        sleep.until(now);
        assertThat(machine.parks).isEmpty();
        assertThat(machine.now - now).isLessThan(MICRO);
    }

    @Test
    void it_spins_for_a_bounded_share_of_the_gap_however_late_parks_are() {
        for (long gap : List.of(MILLI / 2, MILLI, 2 * MILLI, 5 * MILLI, 10 * MILLI, 40 * MILLI, 200 * MILLI)) {
            machine.lateNanos = 0;
            machine.nextLateNanos.clear();
            PreciseSleep sleep = withGapsOf(gap);
            machine.lateNanos = 2 * MILLI;
            for (int i = 0; i < WakeLateness.REMEMBERED; i++) {
                after(gap, sleep);
            }
            machine.lateNanos = 0; // so that all of the spin is spun
            machine.spunNanos = 0;
            after(gap, sleep);
            double most = gap < 10 * MILLI ? PreciseSleep.SHARE_OF_SHORT_GAPS : PreciseSleep.SHARE_OF_LONG_GAPS;
            assertThat(machine.spunNanos).as("gap of " + gap + " ns").isGreaterThan(30 * MICRO);
            assertThat((double) machine.spunNanos).as("gap of " + gap + " ns").isLessThanOrEqualTo(most * gap);
            assertThat(sleep.spinNanos()).isLessThanOrEqualTo(PreciseSleep.MAX_SPIN_NANOS);
        }
    }

    @Test
    void where_the_share_is_small_no_time_is_taken_to_learn() {
        withGapsOf(MILLI / 5);
        assertThat(machine.parks).isEmpty();
    }
}
