package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.model.Machine.Hiccups;
import anywire.host.Cores;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HiccupMeterTest {
    private static final long MILLI = 1_000_000;
    private static final List<Integer> CORES = Cores.allowed();
    private static final List<Integer> ONE = CORES.subList(0, 1);

    @Test
    void watches_every_core() {
        try (HiccupMeter meter = HiccupMeter.start(CORES)) {
            await().untilAsserted(() -> assertThat(meter.lap().cores())
                    .extracting(Hiccups::core)
                    .containsExactlyInAnyOrderElementsOf(CORES));
        }
    }

    @Test
    void notices_a_thread_that_is_held_up() {
        AtomicBoolean held = new AtomicBoolean();
        try (HiccupMeter meter = HiccupMeter.start(ONE, nanos -> {
            LockSupport.parkNanos(nanos);
            if (held.compareAndSet(false, true)) {
                long until = System.nanoTime() + 60 * MILLI;
                while (System.nanoTime() - until < 0) {
                    LockSupport.parkNanos(until - System.nanoTime());
                }
            }
        })) {
            await().untilAsserted(() -> {
                HiccupMeter.Lap lap = meter.lap();
                assertThat(lap.lateNanos().getMaxValue()).isGreaterThanOrEqualTo(59 * MILLI);
                // What would have begun while it was held up counts too: 60 ms late, 55, 50, and so on.
                assertThat(lap.lateNanos().getCountBetweenValues(10 * MILLI, Long.MAX_VALUE / 2))
                        .isGreaterThanOrEqualTo(9);
                assertThat(lap.cores().get(0).maxNanos())
                        .isEqualTo(lap.lateNanos().getMaxValue());
            });
        }
    }

    @Test
    void forgets_what_a_lap_has_told() {
        AtomicBoolean held = new AtomicBoolean(true);
        try (HiccupMeter meter = HiccupMeter.start(ONE, nanos -> {
            LockSupport.parkNanos(held.get() ? 100 * nanos : nanos);
        })) {
            await().until(() -> meter.lap().lateNanos().getMaxValue() >= 400 * MILLI);
            held.set(false);
            await().until(() -> {
                HiccupMeter.Lap lap = meter.lap();
                return lap.lateNanos().getTotalCount() > 0 && lap.lateNanos().getMaxValue() < 400 * MILLI;
            });
        }
    }

    @Test
    void leaves_no_thread_behind_and_is_closed_twice_without_harm() {
        HiccupMeter meter = HiccupMeter.start(ONE);
        await().until(() -> meter.lap().lateNanos().getTotalCount() > 0);
        meter.close();
        meter.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("hiccups-of-core"));
    }
}
