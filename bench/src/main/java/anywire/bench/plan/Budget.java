package anywire.bench.plan;

import anywire.bench.run.Plan;
import anywire.bench.run.Precision;
import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.transport.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits a suite into a time. What does not fit is dropped in this order: the search for capacities; scenarios that are
 * not primary, the last one first; primary ones, the last one first, but never the first. Blocks are whole, and never
 * fewer than the pilot's.
 */
public final class Budget {
    private final Map<String, Abilities> abilities;
    private final Duration budget;

    /** @param abilities as {@link Planner#plan} takes it */
    public Budget(Map<String, Abilities> abilities, Duration budget) {
        this.abilities = abilities;
        this.budget = budget;
    }

    /** @param dropped names of scenarios, in this order; the search for capacities as {@code "capacity"} */
    public record Fitted(Plan plan, List<String> dropped) {}

    /**
     * The pilot.
     *
     * @throws InvalidPlanException in one line, if not even its first scenario fits
     */
    public Fitted pilot(Suite suite) {
        Suite now = suite.blocks(Precision.PILOT_BLOCKS);
        List<String> dropped = new ArrayList<>();
        while (true) {
            Plan plan = Planner.plan(now, abilities);
            if (plan.estimate().compareTo(budget) <= 0) {
                return new Fitted(plan, List.copyOf(dropped));
            }
            Optional<Suite> less = less(now, dropped);
            if (less.isEmpty()) {
                throw new InvalidPlanException("--budget " + Durations.print(budget) + " is too short: "
                        + Precision.PILOT_BLOCKS + " blocks of "
                        + suite.scenarios().get(0).name() + " alone take about "
                        + Durations.print(Duration.ofSeconds(plan.estimate().toSeconds() + 1)));
            }
            now = less.get();
        }
    }

    /**
     * The whole run, the pilot's blocks included: these are over and stay as they were.
     *
     * @param neededBlocks what the precision takes
     * @param spent so far: blocks take as long again as they did
     */
    public Fitted whole(Fitted pilot, int neededBlocks, Duration spent) {
        Suite now = pilot.plan().suite();
        List<String> dropped = new ArrayList<>(pilot.dropped());
        double pace =
                (double) spent.toNanos() / blocks(now, Precision.PILOT_BLOCKS).toNanos();
        while (room(now, pace, spent) < neededBlocks) {
            Optional<Suite> less = less(now, dropped);
            if (less.isEmpty()) {
                break;
            }
            now = less.get();
        }
        int blocks = Math.max(Precision.PILOT_BLOCKS, Math.min(neededBlocks, room(now, pace, spent)));
        Plan plan = Planner.plan(now.blocks(blocks), abilities);
        return new Fitted(
                new Plan(
                        pilot.plan().suite().blocks(blocks).capacity(now.capacity()),
                        plan.blocks(),
                        plan.notApplicable(),
                        plan.estimate()),
                List.copyOf(dropped));
    }

    private int room(Suite suite, double pace, Duration spent) {
        double oneNanos = blocks(suite, 1).toNanos() * pace;
        double searches = Planner.plan(suite, abilities).estimate().toNanos()
                - blocks(suite, suite.blocks()).toNanos();
        double left = budget.minus(spent).toNanos() - searches;
        return Precision.PILOT_BLOCKS + (int) Math.max(0, Math.floor(left / oneNanos));
    }

    private Duration blocks(Suite suite, int count) {
        return Planner.plan(suite.blocks(count).capacity(""), abilities).estimate();
    }

    private static Optional<Suite> less(Suite suite, List<String> dropped) {
        if (!suite.capacity().isEmpty()) {
            dropped.add("capacity");
            return Optional.of(suite.capacity(""));
        }
        List<Scenario> scenarios = new ArrayList<>(suite.scenarios());
        for (boolean primary : List.of(false, true)) {
            for (int i = scenarios.size() - 1; i > 0; i--) {
                if (scenarios.get(i).primary() == primary) {
                    dropped.add(scenarios.remove(i).name());
                    return Optional.of(suite.scenarios(scenarios));
                }
            }
        }
        return Optional.empty();
    }
}
