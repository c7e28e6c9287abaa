package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.calibrate.Stopper;
import anywire.bench.engine.measure.Punctuality;
import anywire.bench.model.Action;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test that unmasks coordinated omission: one of the two processes stands still for 200 ms in a window of 10 s at a
 * constant 1,000 a second. 200 of 10,000 are then late, by anything from 200 ms to nothing: so p99 is near 100 ms and
 * p99.9 near 190 ms; where the stall took longer, as what stopped the process saw by its own clock, by as much more. A
 * busy machine adds to that and takes nothing away, so only lower bounds are asserted. The first stall of a process is
 * only a rehearsal: what has piled up is worked off on a way that is not compiled yet.
 */
@Tag("slow")
class StallIT {
    private static final Load CONSTANT = new Load(Loop.CONSTANT, 1_000, 0);
    private static final Scenario SCENARIO =
            new Scenario("authenticate", Action.AUTHENTICATE, "binary", CONSTANT, true);
    private static final Suite SUITE = suite(Duration.ofSeconds(10));
    private static final Suite REHEARSAL = suite(Duration.ofSeconds(4));

    private static Suite suite(Duration window) {
        return new Suite(
                "stall",
                "",
                List.of(Row.parse("tcp")),
                "tcp",
                "tcp",
                Layout.CROSS,
                Duration.ofMinutes(2),
                1,
                2,
                window,
                0.05,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of(),
                List.of(SCENARIO),
                List.of(),
                "");
    }

    @TempDir
    Path logs;

    @Test
    void a_stalled_server_shows_in_full_from_the_intended_start_and_from_the_send() throws Exception {
        Window window = measure(TransportRig::servicesPid);
        print("server", window);
        assertThat(window.intended().p99Nanos()).isGreaterThan(90_000_000);
        assertThat(window.intended().p999Nanos()).isGreaterThan(171_000_000);
        assertThat(window.actual().p99Nanos()).isGreaterThan(80_000_000);
        assertThat(window.accounting().answered()).isEqualTo(10_000);
        assertThat(window.accounting().clean()).isTrue();
    }

    @Test
    void a_stalled_driver_shows_from_the_intended_start_alone_and_is_known_to_have_been_late() throws Exception {
        Window window = measure(TransportRig::driverPid);
        print("driver", window);
        assertThat(window.intended().p99Nanos()).isGreaterThan(90_000_000);
        assertThat(window.sendLag().maxNanos()).isGreaterThan(150_000_000);
        assertThat(Punctuality.late(window)).isPresent();
        assertThat(window.accounting().clean()).isTrue();
    }

    private Window measure(ToLongFunction<TransportRig> stalled) throws Exception {
        try (TransportRig rig = new TransportRig(SUITE, logs)) {
            var unused = rig.ready();
            long pid = stalled.applyAsLong(rig);
            var unusedRehearsal = stopped(rig, REHEARSAL, pid, Duration.ofSeconds(1));
            return stopped(rig, SUITE, pid, Duration.ofSeconds(4));
        }
    }

    /** One window, in which a process stands still. */
    private static Window stopped(TransportRig rig, Suite suite, long pid, Duration after) throws Exception {
        CompletableFuture<Duration> stopped = Stopper.stop(pid, after, Duration.ofMillis(200));
        Window window = rig.measure(suite, SCENARIO.name()).window();
        System.out.printf(
                Locale.ROOT,
                "stopped for %.1f ms%n",
                stopped.get(120, TimeUnit.SECONDS).toNanos() / 1e6);
        return window;
    }

    private static void print(String who, Window w) {
        System.out.printf(
                Locale.ROOT,
                "%s stopped for 200 ms: intended p99 %.1f ms, p99.9 %.1f ms; from the send p99 %.1f ms, p99.9 %.1f ms; "
                        + "send lag p99 %.1f ms; %s%n",
                who,
                w.intended().p99Nanos() / 1e6,
                w.intended().p999Nanos() / 1e6,
                w.actual().p99Nanos() / 1e6,
                w.actual().p999Nanos() / 1e6,
                w.sendLag().p99Nanos() / 1e6,
                Punctuality.late(w).orElse("the driver was on time"));
    }
}
