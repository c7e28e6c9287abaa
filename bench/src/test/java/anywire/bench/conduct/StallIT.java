package anywire.bench.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.calibrate.Stopper;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Histograms;
import anywire.bench.run.Plan.PlannedGeneration;
import anywire.bench.run.Plan.PlannedWindow;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Suite;
import anywire.bench.run.Suite.GraphChoice;
import anywire.bench.run.Suite.Layout;
import anywire.bench.run.Window;
import anywire.host.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    private static final Scenario SCENARIO = new Scenario("authenticate", "authenticate", "binary", CONSTANT, true);
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
                1,
                2,
                window,
                0.05,
                5_000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                141,
                new GraphChoice("", 200, List.of(10), 4),
                List.of(),
                List.of(SCENARIO),
                List.of(),
                "");
    }

    private static final PlannedGeneration BLOCK =
            new PlannedGeneration(1, List.of("tcp"), List.of(new PlannedWindow("authenticate", "tcp")), 1);

    @TempDir
    Path logs;

    @Test
    void a_stalled_server_shows_in_full_from_the_intended_start_and_from_the_send() throws Exception {
        Window window = measure(true);
        print("server", window);
        assertThat(window.intended().p99Nanos()).isGreaterThan(90_000_000);
        assertThat(window.intended().p999Nanos()).isGreaterThan(171_000_000);
        assertThat(window.actual().p99Nanos()).isGreaterThan(80_000_000);
        assertThat(window.accounting().answered()).isEqualTo(10_000);
    }

    @Test
    void a_stalled_driver_shows_from_the_intended_start_alone_and_makes_the_window_invalid() throws Exception {
        Window window = measure(false);
        print("driver", window);
        assertThat(window.intended().p99Nanos()).isGreaterThan(90_000_000);
        assertThat(window.flaws())
                .extracting(Flaw::check, Flaw::blame)
                .contains(org.assertj.core.api.Assertions.tuple("send-lag", Blame.HARNESS));
    }

    private Window measure(boolean stallServer) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        try (HiccupMeter hiccups = HiccupMeter.start(cores);
                GenerationProcesses processes = new GenerationProcesses(SUITE, BLOCK, Site.at(logs))) {
            GenerationRun under = generation(SUITE, hiccups);
            processes.start(BLOCK.order());
            Pair pair = processes.pair("tcp");
            under.warm(List.of(pair));
            under.pin(processes.all());
            long pid = stallServer
                    ? pair.servers().get(0).role().pid()
                    : pair.driver().pid();
            stopped(generation(REHEARSAL, hiccups), 1, processes, pid, Duration.ofSeconds(1));
            stopped(under, 0, processes, pid, Duration.ofSeconds(4));
            return under.generation(List.of()).windows().get(0);
        }
    }

    private static GenerationRun generation(Suite suite, HiccupMeter hiccups) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new GenerationRun(
                suite, BLOCK, new Histograms(), Placement.of(Layout.CROSS, cores), hiccups, System.nanoTime());
    }

    /** One window, in which a process stands still. */
    private static void stopped(GenerationRun under, int index, GenerationProcesses processes, long pid, Duration after)
            throws Exception {
        CompletableFuture<Duration> stopped = Stopper.stop(pid, after, Duration.ofMillis(200));
        under.measure(BLOCK.windows().get(0), index, processes);
        System.out.printf(
                Locale.ROOT,
                "stopped for %.1f ms%n",
                stopped.get(120, TimeUnit.SECONDS).toNanos() / 1e6);
    }

    private static void print(String who, Window w) {
        System.out.printf(
                Locale.ROOT,
                "%s stopped for 200 ms: intended p99 %.1f ms, p99.9 %.1f ms; from the send p99 %.1f ms, p99.9 %.1f ms; "
                        + "send lag p99 %.1f ms; flaws %s%n",
                who,
                w.intended().p99Nanos() / 1e6,
                w.intended().p999Nanos() / 1e6,
                w.actual().p99Nanos() / 1e6,
                w.actual().p999Nanos() / 1e6,
                w.sendLag().p99Nanos() / 1e6,
                w.flaws());
    }
}
