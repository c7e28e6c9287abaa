package anywire.bench.engine.runner;

import anywire.bench.engine.plan.Planner;
import anywire.bench.model.Plan;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Progress;
import anywire.bench.model.Schedule.Costs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan as it stands: settled once, when the first generation's first round is over, by what things cost by then and
 * nothing else; without the rows that were lost; and how much of it is done. To be used by one thread.
 */
final class PlanUnderWay {
    private final Planner planner;
    private final List<String> leftOut;
    private final Progress progress;
    private final Map<String, Lost> lost = new LinkedHashMap<>();
    private Plan plan;
    private boolean settled;
    private int windowsOver;
    private int searchesOver;

    /** @param from the first generation without it */
    private record Lost(int from, String line) {}

    /** @param leftOut what could not be measured to begin with, a line each */
    PlanUnderWay(Planner planner, List<String> leftOut, Progress progress) {
        this.planner = planner;
        this.leftOut = List.copyOf(leftOut);
        this.progress = progress;
        this.plan = planner.first().leavingOut(leftOut);
    }

    Plan now() {
        return plan;
    }

    /**
     * Rounds are numbered through the run, so that only the first generation can have more or fewer of them than it began
     * with. Where it is lost in its first round, the plan stays what it was.
     */
    boolean canSettle(PlannedGeneration generation) {
        return !settled && generation.number() == 1;
    }

    /** @return the first generation, with as many rounds as there is time for */
    PlannedGeneration settled(Costs costs) {
        settled = true;
        plan = planner.settled(costs).leavingOut(leftOut);
        lost.forEach((row, it) -> plan = plan.without(row, it.from(), it.line()));
        progress.replanned(plan);
        return plan.generations().get(0);
    }

    /** @param from a generation on */
    void without(String row, int from, String line) {
        lost.put(row, new Lost(from, line));
        plan = plan.without(row, from, line);
    }

    boolean has(String row) {
        return !lost.containsKey(row);
    }

    void windowIsOver() {
        windowsOver++;
    }

    /** For a capacity, or a trial. */
    void searchIsOver() {
        searchesOver++;
    }

    /** Of all that is to be done; what warming up takes meanwhile is for whoever shows the time left to know. */
    double share() {
        int all = plan.generations().stream().mapToInt(g -> g.windows().size()).sum();
        return plan.share(all == 0 ? 1 : (double) windowsOver / all, searchesOver);
    }
}
