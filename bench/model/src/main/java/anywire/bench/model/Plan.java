package anywire.bench.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The suite laid out in time.
 *
 * @param suite without the scenarios that can't be measured here
 * @param schedule why there are so many generations and rounds
 * @param notApplicable those, and cells that a transport can't do, each one line: {@code "udp: post-until-heard needs push"}
 * @param besides of the estimate, what searches for capacities and trials take
 * @param estimate how long it will take
 */
public record Plan(
        Suite suite,
        Schedule schedule,
        List<PlannedGeneration> generations,
        List<String> notApplicable,
        Duration besides,
        Duration estimate) {

    /** About as long as so many generations. */
    private static final int GENERATIONS_A_SEARCH = 3;

    /** And this besides, a line each. */
    public Plan leavingOut(List<String> lines) {
        List<String> all = Stream.concat(lines.stream(), notApplicable.stream()).toList();
        return new Plan(suite, schedule, generations, all, besides, estimate);
    }

    /** From a generation on without a row: a line says why. */
    public Plan without(String row, int from, String why) {
        List<PlannedGeneration> remaining = generations.stream()
                .map(generation -> generation.number() < from ? generation : generation.without(row))
                .toList();
        return new Plan(suite, schedule, remaining, notApplicable, besides, estimate).leavingOut(List.of(why));
    }

    /** How many rows' capacity is searched for, and how many trials of rows there are. */
    public int searches() {
        return suite.rows().size()
                * ((suite.capacity().isEmpty() ? 0 : 1) + suite.trials().size());
    }

    /** What is to be done, counted in generations: what each takes of the time. */
    public int units() {
        return generations.size() + GENERATIONS_A_SEARCH * searches();
    }

    /** @param windowShare of all generations' windows, how many are over */
    public double share(double windowShare, int searchesDone) {
        double units = units();
        return units == 0 ? 1 : (windowShare * generations.size() + GENERATIONS_A_SEARCH * searchesDone) / units;
    }

    /**
     * @param order in which rows are started and warmed, and in which the first round takes them
     * @param windows in the order in which they are measured
     * @param seed of this generation's arrivals
     */
    public record PlannedGeneration(int number, List<String> order, List<PlannedWindow> windows, long seed) {
        private PlannedGeneration without(String row) {
            return new PlannedGeneration(
                    number,
                    order.stream().filter(name -> !name.equals(row)).toList(),
                    windows.stream().filter(w -> !w.target().equals(row)).toList(),
                    seed);
        }
    }

    /**
     * @param round of the run, counted from 1; of a floor, the one that it stands before
     * @param scenario its name; empty for a floor
     * @param target a transport's scheme or a floor's name
     */
    public record PlannedWindow(int round, String scenario, String target) {
        public boolean isFloor() {
            return scenario.isEmpty();
        }
    }
}
