package anywire.bench.engine.calibrate;

import anywire.bench.engine.measure.Punctuality;
import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.CalibrationRow.Verdict;
import anywire.bench.model.Figures;
import anywire.bench.model.Scenario;
import anywire.bench.model.Window;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The highest rate at which the driver itself is on time, where the transport costs next to nothing. Nothing is known of
 * it beforehand, so it is only shown, unless not even the lowest rate is held.
 */
final class OwnLimit implements KnownCase {
    static final String NAME = "the driver's own limit";
    private static final double FIRST_PER_SECOND = 5_000;
    private static final double STEP = 1.25;
    private static final double LAST_PER_SECOND = 1_000_000;
    private static final Duration WINDOW = Duration.ofMillis(600);
    private static final long MAX_P99_LAG_NANOS = 1_000_000;
    /** Of three. */
    private static final int MUST_HOLD = 2;

    @Override
    public List<Scenario> scenarios() {
        return List.of(at(FIRST_PER_SECOND), at(FIRST_PER_SECOND * STEP * STEP * STEP));
    }

    private static Scenario at(double perSecond) {
        return Asked.poisson("authenticate at " + Figures.whole(perSecond), Asked.AUTHENTICATE, Math.rint(perSecond));
    }

    @Override
    public List<CalibrationRow> measure(TransportRig rig, Consumer<String> saying) throws InterruptedException {
        Optional<Window> best = Optional.empty();
        for (double rate = FIRST_PER_SECOND; rate <= LAST_PER_SECOND; rate *= STEP) {
            saying.accept(NAME + ": " + Figures.whole(rate) + "/s");
            Tried tried = tried(rig, at(rate));
            if (!tried.held()) {
                return rows(best, Figures.whole(rate) + "/s was not held: " + why(tried.last()));
            }
            best = Optional.of(tried.last());
        }
        return rows(best, "no higher rate was tried");
    }

    /** @param last the last window that was as it says */
    private record Tried(boolean held, Window last) {}

    /** As soon as enough windows were on time, or enough were not. */
    private static Tried tried(TransportRig rig, Scenario scenario) throws InterruptedException {
        int late = 0;
        for (int onTime = 0; ; ) {
            Window window = rig.measure(Asked.suite(Asked.IN_PROCESS, WINDOW, List.of(scenario)), scenario.name())
                    .window();
            if (onTime(window)) {
                onTime++;
            } else {
                late++;
            }
            if (onTime == MUST_HOLD || late == MUST_HOLD) {
                return new Tried(onTime == MUST_HOLD, window);
            }
        }
    }

    private static String why(Window late) {
        return "the send lag was " + Figures.micros(late.sendLag().p90Nanos()) + " at p90, "
                + Figures.micros(late.sendLag().p99Nanos()) + " at p99, "
                + Figures.micros(late.sendLag().maxNanos()) + " at most; compilers took "
                + late.driver().jitNanos() / 1_000_000 + " ms of " + WINDOW.toMillis();
    }

    private static boolean onTime(Window window) {
        return window.sendLag().p99Nanos() < MAX_P99_LAG_NANOS
                && window.accounting().answered() == window.accounting().intended()
                && Punctuality.late(window).isEmpty();
    }

    /** @param best at the highest rate that was held
     * @param beyond what became of the next one, in words */
    static List<CalibrationRow> rows(Optional<Window> best, String beyond) {
        if (best.isEmpty()) {
            return List.of(new CalibrationRow(
                    NAME, "highest rate on time", Unit.PER_SECOND, FIRST_PER_SECOND, 0, 0, Verdict.OFF, beyond));
        }
        Window window = best.get();
        double calls = Math.max(1, window.accounting().answered());
        return List.of(
                shown("highest rate on time", Unit.PER_SECOND, calls / window.seconds(), beyond),
                shown("send lag there, p50", Unit.NANOS, window.sendLag().p50Nanos(), ""),
                shown("send lag there, p99", Unit.NANOS, window.sendLag().p99Nanos(), ""),
                shown(
                        "CPU a call",
                        Unit.NANOS,
                        window.driver().cpuNanos() / calls,
                        "driver, transport and services in process together"),
                shown("allocated a call", Unit.BYTES, window.driver().allocatedBytes() / calls, ""));
    }

    private static CalibrationRow shown(String what, Unit unit, double measured, String note) {
        return CalibrationRow.shown(NAME, what, unit, 0, measured, note);
    }
}
