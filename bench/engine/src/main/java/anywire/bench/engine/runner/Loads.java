package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Network;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.ScaledLoad;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, when all rows are warm and pinned, how heavy each open load is for the slowest of them: its closed-loop peak with
 * that action. A primary scenario's rate beyond {@link ScaledLoad#MAX_SHARE} of it is scaled down.
 */
final class Loads {
    private static final long NANOS = 300_000_000;
    private static final int IN_FLIGHT = 8;
    /** Over a network a few calls in flight wait for it most of the time. */
    private static final int IN_FLIGHT_FAR = 64;

    private final Suite suite;
    private final GenerationProcesses processes;
    private final List<PlannedWindow> windows;
    private final Map<AskedAction, Peak> known = new LinkedHashMap<>();

    private record Peak(String row, double perSecond) {}

    /** @param windows of a round or more: they say which row can do what */
    Loads(Suite suite, GenerationProcesses processes, List<PlannedWindow> windows) {
        this.suite = suite;
        this.processes = processes;
        this.windows = windows;
    }

    List<ScaledLoad> loads() throws InterruptedException {
        List<ScaledLoad> loads = new ArrayList<>();
        for (Scenario scenario : suite.scenarios()) {
            if (scenario.load().loop().open()) {
                Scenario near = onLoopback(scenario);
                Peak peak = known.get(near.asked());
                if (peak == null) {
                    peak = slowest(near);
                    known.put(near.asked(), peak);
                }
                double asked = scenario.load().ratePerSecond();
                // A curve, or the search for an end, is asked at the rates that it names.
                double most = scenario.primary() ? ScaledLoad.MAX_SHARE * peak.perSecond() : Double.MAX_VALUE;
                loads.add(new ScaledLoad(
                        scenario.name(),
                        asked,
                        peak.perSecond() == 0 || asked <= most ? asked : rounded(most),
                        peak.row(),
                        peak.perSecond()));
            }
        }
        return loads;
    }

    static Suite scaled(Suite suite, List<ScaledLoad> loads) {
        return suite.scenarios(suite.scenarios().stream()
                .map(scenario -> loads.stream()
                        .filter(load -> load.scenario().equals(scenario.name()) && load.scaled())
                        .findFirst()
                        .map(load -> scenario.at(load.usedPerSecond()))
                        .orElse(scenario))
                .toList());
    }

    /** A delay takes no capacity: where the same is asked on loopback too, its peak is the one. */
    private Scenario onLoopback(Scenario scenario) {
        return suite.scenarios().stream()
                .filter(s -> s.network() == Network.LOOPBACK
                        && s.action() == scenario.action()
                        && s.followers() == scenario.followers())
                .findFirst()
                .orElse(scenario);
    }

    private Peak slowest(Scenario scenario) throws InterruptedException {
        Peak slowest = new Peak("", 0);
        for (String row : rows(scenario)) {
            double perSecond = peak(processes.pair(row), scenario);
            if (slowest.row().isEmpty() || perSecond < slowest.perSecond()) {
                slowest = new Peak(row, perSecond);
            }
        }
        return slowest;
    }

    private static double peak(Deployment pair, Scenario scenario) throws InterruptedException {
        int inFlight = scenario.network() == Network.LOOPBACK ? IN_FLIGHT : IN_FLIGHT_FAR;
        Warmed warmed = pair.driver()
                .ask(
                        new Warm(scenario.asked(), inFlight, NANOS),
                        Warmed.class,
                        Duration.ofNanos(NANOS).plus(Deployment.GRACE));
        var unused = pair.tally(0, List.of());
        return warmed.perSecond();
    }

    private List<String> rows(Scenario scenario) {
        return windows.stream()
                .filter(w -> w.scenario().equals(scenario.name()))
                .map(PlannedWindow::target)
                .distinct()
                .toList();
    }

    /** Two digits, down. */
    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(2, RoundingMode.DOWN)).doubleValue();
    }
}
