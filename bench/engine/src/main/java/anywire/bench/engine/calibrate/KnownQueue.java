package anywire.bench.engine.calibrate;

import anywire.bench.engine.driver.Protocol.AskRecorded;
import anywire.bench.engine.driver.Protocol.Recorded;
import anywire.bench.engine.load.Responder;
import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.Figures;
import anywire.bench.model.Latency;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Calls queue for a server that takes 1 ms for each and does nothing: how long each must take follows from when they
 * came. The long-run mean of such a queue is shown beside; a window is far shorter than the long run.
 */
final class KnownQueue implements KnownCase {
    static final String NAME = "known queue";
    private static final double[] UTILISATIONS = {0.5, 0.8};
    private static final Duration WINDOW = Duration.ofSeconds(12);
    private static final int MOST_AGAIN = 3;
    private static final double BOUND_NANOS = 100_000;
    private static final double BOUND_SHARE = 0.03;

    @Override
    public List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (double utilisation : UTILISATIONS) {
            double perSecond = utilisation * 1e9 / Responder.QUEUE_SERVICE_NANOS;
            scenarios.add(Asked.poisson(words(utilisation), Action.KNOWN_QUEUE, perSecond));
        }
        return scenarios;
    }

    private static String words(double utilisation) {
        return String.format(Locale.ROOT, "utilisation %.1f", utilisation);
    }

    @Override
    public List<CalibrationRow> measure(TransportRig rig, Consumer<String> saying) throws InterruptedException {
        Suite suite = Asked.suite(Asked.IN_PROCESS, WINDOW, scenarios());
        Disturbed disturbed = new Disturbed(NAME, MOST_AGAIN);
        List<CalibrationRow> rows = new ArrayList<>();
        for (double utilisation : UTILISATIONS) {
            saying.accept(NAME + ", " + words(utilisation));
            Attempt attempt = attempt(rig, suite, utilisation);
            while (disturbed.again(lateness(attempt.recorded), attempt.window)) {
                attempt = attempt(rig, suite, utilisation);
            }
            rows.addAll(rows(utilisation, attempt.window, attempt.recorded));
        }
        rows.add(0, disturbed.row());
        return rows;
    }

    private static Attempt attempt(TransportRig rig, Suite suite, double utilisation) throws InterruptedException {
        Window window = rig.measure(suite, words(utilisation)).window();
        return new Attempt(window, rig.askDriver(new AskRecorded(AskedAction.of(Action.KNOWN_QUEUE)), Recorded.class));
    }

    private record Attempt(Window window, Recorded recorded) {}

    /** A queue that by its own clock let calls go later than a queue does is not the truth to measure by. */
    static Set<String> lateness(Recorded recorded) {
        Ranked truth = truth(recorded);
        Ranked own = Ranked.of(recorded.waitedNanos());
        boolean late = IntStream.of(90, 99).anyMatch(p -> own.at(p) - truth.at(p) > bound(truth.at(p)));
        return late ? Set.of("a late responder") : Set.of();
    }

    private static Ranked truth(Recorded recorded) {
        return Ranked.of(Queues.sojourns(arrivals(recorded), Responder.QUEUE_SERVICE_NANOS));
    }

    private static long[] arrivals(Recorded recorded) {
        return recorded.arrivalNanos().stream().mapToLong(Long::longValue).toArray();
    }

    private static double bound(double truth) {
        return Math.max(BOUND_NANOS, BOUND_SHARE * truth);
    }

    /**
     * What is recorded are the arrivals, so what must agree is the latency from the actual send: from the intended start
     * there is the sender's own lateness on top, which the known stall is for.
     */
    static List<CalibrationRow> rows(double utilisation, Window window, Recorded recorded) {
        String what = words(utilisation);
        Latency measured = window.actual();
        long[] arrivals = arrivals(recorded);
        Ranked truth = truth(recorded);
        Ranked own = Ranked.of(recorded.waitedNanos());
        double ratePerNano = (arrivals.length - 1.0) / arrivals[arrivals.length - 1];
        CalibrationRow median = row(what + ", p50", truth.at(50), measured.p50Nanos(), own.at(50), "");
        return List.of(
                onTheStep(utilisation) ? shown(median) : median,
                row(what + ", p90", truth.at(90), measured.p90Nanos(), own.at(90), ""),
                row(what + ", p99", truth.at(99), measured.p99Nanos(), own.at(99), ""),
                row(what + ", mean", truth.mean(), measured.meanNanos(), own.mean(), ""),
                CalibrationRow.shown(
                        NAME,
                        what + ", p99 from the intended start",
                        Unit.NANOS,
                        truth.at(99),
                        window.intended().p99Nanos(),
                        "the send lag was " + Figures.micros(window.sendLag().p99Nanos()) + " at p99"),
                CalibrationRow.shown(
                        NAME,
                        what + ", mean in the long run",
                        Unit.NANOS,
                        Queues.meanSojourn(ratePerNano, Responder.QUEUE_SERVICE_NANOS),
                        measured.meanNanos(),
                        "Pollaczek and Khinchine's, at the rate of this window"));
    }

    /** Who finds nobody before them, 1 minus the utilisation of all, take 1 ms to the nanosecond; the rest take more. */
    private static boolean onTheStep(double utilisation) {
        return Math.abs(1 - utilisation - 0.5) < 0.05;
    }

    private static CalibrationRow shown(CalibrationRow median) {
        return CalibrationRow.shown(
                NAME,
                median.what(),
                Unit.NANOS,
                median.truth(),
                median.measured(),
                "not judged: half of all find nobody before them, so this rank is the very step from 1 ms to more");
    }

    private static CalibrationRow row(String what, double truth, double measured, double own, String note) {
        return CalibrationRow.judged(
                NAME,
                what,
                Unit.NANOS,
                truth,
                measured,
                bound(truth),
                "let go after " + Figures.micros(own) + " by the responder's own clock" + note);
    }
}
