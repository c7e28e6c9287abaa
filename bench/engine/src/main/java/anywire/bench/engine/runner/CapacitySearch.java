package anywire.bench.engine.runner;

import anywire.bench.engine.measure.Punctuality;
import anywire.bench.engine.plan.CapacitySteps;
import anywire.bench.model.Action;
import anywire.bench.model.Capacity;
import anywire.bench.model.Capacity.Step;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the highest rate of independent arrivals that one row holds: two of three windows of 3 s with every call
 * answered rightly, sent on time, and a p99 (from the intended start) under 10 ms; then 3 windows of 10 s over fresh
 * processes. The steps are a quarter apart, so what comes out is a bracket.
 */
final class CapacitySearch {
    static final Duration RAMP_WINDOW = Duration.ofSeconds(3);
    static final Duration CONFIRMING_WINDOW = Duration.ofSeconds(10);
    private static final int WINDOWS = 3;
    private static final int ENOUGH = 2;
    private static final double CONFIRMING_WARM_UP_PER_SECOND = 2_000;
    private static final String SCENARIO = "capacity";
    private static final long MAX_P99_NANOS = 10_000_000;

    private final Suite suite;
    private final Row row;
    private final Action action;
    private final Path logs;
    private final int firstGeneration;
    private final HiccupMeter hiccups;
    private final List<Step> steps = new ArrayList<>();
    private int fresh;

    /**
     * @param action what to do over and over
     * @param firstGeneration a number that no generation has: fresh processes count on from it
     */
    CapacitySearch(Suite suite, Row row, Action action, Path logs, int firstGeneration, HiccupMeter hiccups) {
        this.suite = suite;
        this.row = row;
        this.action = action;
        this.logs = logs;
        this.firstGeneration = firstGeneration;
        this.hiccups = hiccups;
    }

    Capacity search() throws InterruptedException {
        CapacitySteps rates;
        try (TransportRig rig = fresh(suite.scenarios().get(0).load())) {
            rates = new CapacitySteps(rig.ready().peakPerSecond());
            while (rates.ramp().isPresent()) {
                rates.tried(step(rig, rates.ramp().getAsDouble(), false));
            }
        }
        while (rates.confirm().isPresent()) {
            double rate = rates.confirm().getAsDouble();
            try (TransportRig rig = fresh(poisson(Math.min(rate, CONFIRMING_WARM_UP_PER_SECOND)))) {
                var ignored = rig.ready();
                rates.tried(step(rig, rate, true));
            }
        }
        double fails = rates.failsPerSecond();
        String limitedBy = steps.stream()
                .filter(s -> s.ratePerSecond() == fails && !s.why().isEmpty())
                .map(Step::why)
                .findFirst()
                .orElse("");
        return new Capacity(row.name(), action.word(), rates.holdsPerSecond(), fails, limitedBy, List.copyOf(steps));
    }

    private static Load poisson(double rate) {
        return new Load(Loop.POISSON, rate, 0);
    }

    /** Processes of their own, to be warmed by this load if it is open. */
    private TransportRig fresh(Load load) {
        Suite warmed = asked(load.loop().open() ? load : poisson(1_000), RAMP_WINDOW);
        return new TransportRig(warmed, logs, firstGeneration + fresh++, hiccups);
    }

    /** The row alone, asked for one thing. */
    private Suite asked(Load load, Duration window) {
        return suite.narrowed(
                List.of(row), List.of(new Scenario(SCENARIO, action, "binary", load, false)), window, List.of());
    }

    private Step step(TransportRig rig, double rate, boolean confirming) throws InterruptedException {
        Suite asked = asked(poisson(rate), confirming ? CONFIRMING_WINDOW : RAMP_WINDOW);
        int held = 0;
        int windows = 0;
        long worst = 0;
        String why = "";
        while (windows < WINDOWS && held < ENOUGH && windows - held < ENOUGH) {
            Window window = rig.measure(asked, SCENARIO).window();
            windows++;
            String fault = fault(window);
            held += fault.isEmpty() ? 1 : 0;
            why = fault.isEmpty() ? why : fault;
            worst = Math.max(worst, window.intended().p99Nanos());
        }
        Step step = new Step(rate, confirming, windows, held, worst, why);
        steps.add(step);
        return step;
    }

    private static String fault(Window window) {
        List<String> faults = new ArrayList<>();
        if (window.intended().p99Nanos() >= MAX_P99_NANOS) {
            faults.add(String.format(
                    Locale.ROOT, "p99 %.1f ms (bound 10)", window.intended().p99Nanos() / 1e6));
        }
        if (window.accounting().answered() < window.accounting().sent()) {
            faults.add((window.accounting().sent() - window.accounting().answered()) + " of "
                    + window.accounting().sent() + " not answered rightly");
        }
        Punctuality.late(window).ifPresent(faults::add);
        if (faults.isEmpty()) {
            return "";
        }
        return faults.stream().collect(Collectors.joining("; "))
                + String.format(
                        Locale.ROOT,
                        " (driver busy for %.0f %% of the time, services %.0f %%)",
                        100 * window.driver().cpuNanos() / 1e9 / window.seconds(),
                        100 * window.server().cpuNanos() / 1e9 / window.seconds());
    }
}
