package anywire.bench.calibrate;

import anywire.bench.conduct.Rig;
import anywire.bench.run.CalibrationRow;
import anywire.bench.run.CalibrationRow.Unit;
import anywire.bench.run.CalibrationRow.Verdict;
import anywire.bench.run.Figures;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int TRIES = 3;
    private static final int MUST_HOLD = 2;

    @Override
    public List<Scenario> scenarios() {
        return List.of(at(FIRST_PER_SECOND), at(FIRST_PER_SECOND * STEP * STEP * STEP));
    }

    private static Scenario at(double perSecond) {
        return Asked.poisson("authenticate at " + Figures.whole(perSecond), Asked.AUTHENTICATE, Math.rint(perSecond));
    }

    @Override
    public List<CalibrationRow> measure(Rig rig, Consumer<String> saying) throws InterruptedException {
        Optional<Window> best = Optional.empty();
        double rate = FIRST_PER_SECOND;
        for (; rate <= LAST_PER_SECOND; rate *= STEP) {
            saying.accept(NAME + ": " + Figures.whole(rate) + "/s");
            Optional<Window> held = held(rig, at(rate));
            if (held.isEmpty()) {
                break;
            }
            best = held;
        }
        return rows(best, rate);
    }

    /** The last of the windows that were on time, if enough of them were. */
    private static Optional<Window> held(Rig rig, Scenario scenario) throws InterruptedException {
        List<Window> onTime = new ArrayList<>();
        for (int tried = 0; tried < TRIES && onTime.size() < MUST_HOLD; tried++) {
            Window window = rig.measure(Asked.suite(Asked.IN_PROCESS, WINDOW, List.of(scenario)), scenario.name())
                    .window();
            if (onTime(window)) {
                onTime.add(window);
            }
            if (TRIES - tried - 1 + onTime.size() < MUST_HOLD) {
                break;
            }
        }
        return onTime.size() < MUST_HOLD ? Optional.empty() : Optional.of(onTime.get(onTime.size() - 1));
    }

    private static boolean onTime(Window window) {
        return window.sendLag().p99Nanos() < MAX_P99_LAG_NANOS
                && window.accounting().answered() == window.accounting().intended()
                && window.flaws().stream().noneMatch(flaw -> flaw.check().equals("send-lag"));
    }

    /** @param refused the first rate that was not held, or the one beyond the last that was tried */
    static List<CalibrationRow> rows(Optional<Window> best, double refused) {
        if (best.isEmpty()) {
            return List.of(new CalibrationRow(
                    NAME,
                    "highest rate on time",
                    Unit.PER_SECOND,
                    FIRST_PER_SECOND,
                    0,
                    0,
                    Verdict.OFF,
                    "not even " + Figures.whole(FIRST_PER_SECOND) + "/s were sent on time"));
        }
        Window window = best.get();
        double calls = Math.max(1, window.accounting().answered());
        return List.of(
                shown(
                        "highest rate on time",
                        Unit.PER_SECOND,
                        calls / window.seconds(),
                        Figures.whole(refused) + "/s were not, or were not tried"),
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
