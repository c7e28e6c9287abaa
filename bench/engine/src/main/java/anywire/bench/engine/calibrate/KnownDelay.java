package anywire.bench.engine.calibrate;

import anywire.bench.engine.driver.Protocol.AskRecorded;
import anywire.bench.engine.driver.Protocol.Recorded;
import anywire.bench.engine.load.Delay;
import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.AskedAction;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.Cost;
import anywire.bench.model.Figures;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * A responder lets every call wait, and writes down how long it really did. What the harness says must be that and what it
 * says of a responder that does not wait: the two are added as independent, by drawing from both. Windows of all delays
 * take turns, in mirrored order, so that what is added was measured within the same seconds.
 */
final class KnownDelay implements KnownCase {
    static final String NAME = "known delay";
    private static final double RATE_PER_SECOND = 500;
    private static final Duration WINDOW = Duration.ofMillis(600);
    private static final int ROTATIONS = 30;
    private static final double BOUND_NANOS = 30_000;
    private static final double BOUND_SHARE = 0.02;
    private static final long SEED = 141;
    private static final int[] PERCENTILES = {50, 90, 99};

    @Override
    public List<Scenario> scenarios() {
        return Arrays.stream(Delay.values()).map(KnownDelay::scenario).toList();
    }

    private static Scenario scenario(Delay delay) {
        return Asked.poisson(delay.action().word(), delay.action(), RATE_PER_SECOND);
    }

    @Override
    public List<CalibrationRow> measure(TransportRig rig, Consumer<String> saying) throws InterruptedException {
        Suite suite = Asked.suite(Asked.IN_PROCESS, WINDOW, scenarios());
        Map<Delay, List<Long>> waited = new EnumMap<>(Delay.class);
        Map<Delay, Histogram> measured = new EnumMap<>(Delay.class);
        Disturbed disturbed = new Disturbed(NAME, ROTATIONS / 2);
        Cost spent = Cost.NONE;
        List<Delay> order = new ArrayList<>(Arrays.asList(Delay.values()));
        for (int kept = 0; kept < ROTATIONS; ) {
            saying.accept(NAME + ", rotation " + (kept + 1) + " of " + ROTATIONS);
            Map<Delay, Turn> rotation = new EnumMap<>(Delay.class);
            for (Delay delay : order) {
                TransportRig.Measured turn = rig.measure(suite, delay.action().word());
                Recorded recorded = rig.askDriver(new AskRecorded(AskedAction.of(delay.action())), Recorded.class);
                rotation.put(delay, new Turn(turn, recorded));
                spent = spent.plus(turn.window().driver());
            }
            if (!disturbed.again(
                    rotation.values().stream().map(t -> t.measured().window()).toArray(Window[]::new))) {
                kept++;
                rotation.forEach((delay, turn) -> {
                    waited.computeIfAbsent(delay, d -> new ArrayList<>())
                            .addAll(turn.recorded().waitedNanos());
                    measured.computeIfAbsent(delay, d -> Histograms.empty())
                            .add(turn.measured().histogram(Clock.INTENDED));
                });
            }
            Collections.reverse(order);
        }
        return rows(waited, measured, disturbed, spent);
    }

    private record Turn(TransportRig.Measured measured, Recorded recorded) {}

    private static List<CalibrationRow> rows(
            Map<Delay, List<Long>> waited, Map<Delay, Histogram> measured, Disturbed disturbed, Cost spent) {
        Histogram alone = Objects.requireNonNull(measured.get(Delay.NONE));
        Ranked control = Ranked.of(alone);
        List<CalibrationRow> rows = new ArrayList<>();
        rows.add(disturbed.row());
        rows.addAll(shown(alone, spent));
        measured.forEach((delay, histogram) -> {
            if (delay != Delay.NONE) {
                rows.addAll(rows(delay, waited.getOrDefault(delay, List.of()), control, histogram));
            }
        });
        return rows;
    }

    private static List<CalibrationRow> shown(Histogram control, Cost spent) {
        String meanwhile = "in all windows of this case together compilers took " + spent.jitNanos() / 1_000_000
                + " ms and collectors " + spent.gcMillis() + " ms";
        return Arrays.stream(PERCENTILES)
                .mapToObj(p -> CalibrationRow.shown(
                        NAME,
                        "control (no delay), p" + p,
                        Unit.NANOS,
                        0,
                        control.getValueAtPercentile(p),
                        p == 99 ? meanwhile : ""))
                .toList();
    }

    static List<CalibrationRow> rows(Delay delay, List<Long> waited, Ranked control, Histogram measured) {
        Ranked own = Ranked.of(waited);
        Ranked truth = own.plus(control, SEED);
        List<CalibrationRow> rows = new ArrayList<>();
        for (int p : PERCENTILES) {
            double expected = truth.at(p);
            rows.add(CalibrationRow.judged(
                    NAME,
                    delay.words() + ", p" + p,
                    Unit.NANOS,
                    expected,
                    measured.getValueAtPercentile(p),
                    Math.max(BOUND_NANOS, BOUND_SHARE * expected),
                    "it waited " + Figures.micros(own.at(p)) + " by its own clock, before the control is added"));
        }
        return rows;
    }
}
