package anywire.bench.engine.calibrate;

import anywire.bench.engine.measure.Punctuality;
import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.Figures;
import anywire.bench.model.Scenario;
import anywire.bench.model.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * One process stands still once in a window of evenly spaced calls. Those that were due meanwhile are late by anything
 * from the whole stall down to nothing, evenly: what each percentile must be follows from how long the stall was. A
 * harness that waits for answers before it goes on sending, or counts from the send, sees next to nothing of it:
 * coordinated omission (G. Tene, How not to measure latency).
 */
final class KnownStall implements KnownCase {
    /** Who stands still. */
    enum Who {
        SERVER,
        DRIVER
    }

    private static final double RATE_PER_SECOND = 1_000;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration STALL = Duration.ofMillis(200);
    private static final Duration INTO_THE_WINDOW = Duration.ofSeconds(4);
    private static final Duration REHEARSAL = Duration.ofSeconds(2);
    private static final Duration INTO_THE_REHEARSAL = Duration.ofMillis(700);
    private static final int MOST_AGAIN = 2;
    private static final double BOUND_SHARE = 0.1;
    private static final Scenario EVENLY = Asked.constant("evenly", Asked.AUTHENTICATE, RATE_PER_SECOND);

    private final Who who;
    private final String name;

    KnownStall(Who who) {
        this.who = who;
        this.name = "known stall of the " + who.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Scenario> scenarios() {
        return List.of(EVENLY);
    }

    @Override
    public List<CalibrationRow> measure(TransportRig rig, Consumer<String> saying) throws InterruptedException {
        saying.accept(name);
        Disturbed disturbed = new Disturbed(name, MOST_AGAIN);
        // What is left to do after a stall is done in one go, on a way that was not compiled before the first one.
        Stalled stalled = stalled(rig, REHEARSAL, INTO_THE_REHEARSAL);
        do {
            stalled = stalled(rig, WINDOW, INTO_THE_WINDOW);
        } while (disturbed.again(stalled.window()));
        List<CalibrationRow> rows = new ArrayList<>(List.of(disturbed.row()));
        rows.addAll(rows(stalled.window(), stalled.stall()));
        return rows;
    }

    private record Stalled(Window window, Duration stall) {}

    private Stalled stalled(TransportRig rig, Duration length, Duration intoIt) throws InterruptedException {
        long pid = who == Who.SERVER ? rig.servicesPid() : rig.driverPid();
        CompletableFuture<Duration> stopped = Stopper.stop(pid, intoIt, STALL);
        try {
            Window window = rig.measure(Asked.suite(Asked.TCP, length, scenarios()), EVENLY.name())
                    .window();
            return new Stalled(window, stopped.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        } finally {
            stopped.cancel(false);
        }
    }

    /** How late the call at this rank of all is, so many of which were due in each part of the window. */
    static double lateNanos(Duration stall, double share, Duration window) {
        return Math.max(0, stall.toNanos() - (1 - share) * window.toNanos());
    }

    List<CalibrationRow> rows(Window window, Duration stall) {
        double p99 = lateNanos(stall, 0.99, WINDOW);
        double p999 = lateNanos(stall, 0.999, WINDOW);
        String note = "it stood still for " + Figures.micros(stall.toNanos()) + " by the clock of what stopped it";
        List<CalibrationRow> rows = new ArrayList<>();
        rows.add(late("p99", p99, window.intended().p99Nanos(), note));
        rows.add(late("p99.9", p999, window.intended().p999Nanos(), ""));
        if (who == Who.SERVER) {
            rows.add(CalibrationRow.judged(
                    name,
                    "answered in the end",
                    Unit.CALLS,
                    window.accounting().intended(),
                    window.accounting().answered(),
                    0,
                    ""));
            return rows;
        }
        rows.add(late("send lag, p99", p99, window.sendLag().p99Nanos(), ""));
        rows.add(CalibrationRow.judged(
                name,
                "from the send, p99",
                Unit.NANOS,
                0,
                window.actual().p99Nanos(),
                p99 / 2,
                "the calls that were late left in one burst, and waited for each other alone"));
        boolean flagged = Punctuality.late(window).isPresent();
        rows.add(CalibrationRow.judged(
                name, "the window is flagged", Unit.YES_OR_NO, 1, flagged ? 1 : 0, 0, "by the check of the send lag"));
        return rows;
    }

    private CalibrationRow late(String what, double truth, double measured, String note) {
        return CalibrationRow.judged(name, what, Unit.NANOS, truth, measured, BOUND_SHARE * truth, note);
    }
}
