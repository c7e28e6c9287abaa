package anywire.bench.report;

import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.ScaledLoad;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Loop;
import java.util.Optional;

/** How heavy a scenario's load is for the slowest row, in one sentence. */
final class LoadText {
    private LoadText() {}

    static String of(Run run, Scenario scenario) {
        if (!scenario.load().loop().open()) {
            if (scenario.load().loop() == Loop.BLOCKING) {
                return "Closed loop: one caller waits for each reply, and a call ends when it goes on.";
            }
            return scenario.load().inFlight() == 1
                    ? "Closed loop: the next call leaves when one comes back."
                    : "Closed loop with " + scenario.load().inFlight()
                            + " in flight: it saturates, so a latency is little more than calls in flight over answers a"
                            + " second.";
        }
        Optional<ScaledLoad> load = run.loads().stream()
                .filter(l -> l.scenario().equals(scenario.name()) && l.peakPerSecond() > 0)
                .findFirst();
        return load.map(LoadText::sentence).orElse("No peak was measured, so it is not known how heavy this load is.");
    }

    private static String sentence(ScaledLoad load) {
        String scaled = load.scaled()
                ? ", scaled down from " + Figures.whole(load.askedPerSecond()) + "/s so that every row has room"
                : "";
        return "The load is %s/s, %s of the slowest row's warm peak (%s, %s/s)%s."
                .formatted(
                        Figures.whole(load.usedPerSecond()),
                        Figures.percent(load.usedPerSecond() / load.peakPerSecond()),
                        load.slowest(),
                        Figures.whole(load.peakPerSecond()),
                        scaled);
    }
}
