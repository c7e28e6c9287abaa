package anywire.bench.model;

import java.time.Duration;
import java.util.List;

/**
 * How many generations and rounds a run has, and why: settled when the first round was over, from what things cost by then
 * and from spreads known before, and before any ratio was looked at. By Kalibera and Jones ("Rigorous benchmarking in
 * reasonable time", 2013) the rounds of a generation are the square root of (cost of a generation / cost of a round) times
 * (variance between rounds / variance between generations).
 *
 * @param budget for the whole run
 * @param halfWidth of the 95 % interval that was asked for: 0.05 for 5 %; 0 if none was
 * @param known spreads, by group of networks
 * @param rounds of each generation
 */
public record Schedule(
        Duration budget, double halfWidth, Costs costs, List<Spread> known, int generations, int rounds) {
    public static final Schedule NONE = new Schedule(Duration.ZERO, 0, new Costs(0, 0), List.of(), 0, 0);

    /**
     * @param generationSeconds to start, warm, pin and end all processes once
     * @param roundSeconds one window of every row for every scenario, and the floors' share
     */
    public record Costs(double generationSeconds, double roundSeconds) {}

    public boolean precisionAsked() {
        return halfWidth > 0;
    }
}
