package anywire.bench.engine.plan;

import anywire.bench.model.Network;
import anywire.bench.model.Plan;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Scenario;
import anywire.bench.model.Schedule;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Suite;
import anywire.host.NetNamespace;
import anywire.transport.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Orders the windows of each generation, for three rows A, B, C, two scenarios 1, 2 and a floor F:
 *
 * <pre>
 *   round 1:  F  1A 1B 1C  2A 2B 2C
 *   round 2:     1C 1B 1A  2C 2B 2A
 *   round 3:  F  2B 2C 2A  1B 1C 1A
 *   round 4:     2A 2C 2B  1A 1C 1B
 * </pre>
 *
 * so that what is compared (the same scenario on different rows) is measured within seconds, and so that whatever drifts
 * evenly falls on all alike: every second round is the mirror of the one before. Every further pair of rounds begins one row
 * later, and takes the scenarios the other way round. The first order of each generation is a row of a Latin square,
 * shuffled by the seed.
 */
public final class Planner {
    private final Suite suite;
    private final Cells cells;
    private final List<String> notApplicable;
    private final Scheduler scheduler;

    private Planner(Suite suite, Cells cells, List<String> notApplicable, Scheduler scheduler) {
        this.suite = suite;
        this.cells = cells;
        this.notApplicable = List.copyOf(notApplicable);
        this.scheduler = scheduler;
    }

    /**
     * @param abilities what each row of the suite can do, by name
     * @param halfWidth asked for: 0.05 for 5 %; 0 if none is
     * @param spreads known before
     * @throws InvalidPlanException in one line, if a row can do nothing of what is asked, or codecs are mixed
     */
    public static Planner of(Suite suite, Map<String, Abilities> abilities, double halfWidth, KnownSpreads spreads) {
        return of(suite, abilities, halfWidth, spreads, NetNamespace::obstacle);
    }

    /** The plan before anything was measured, by the spreads that come along with Anywire. */
    public static Plan plan(Suite suite, Map<String, Abilities> abilities) {
        return of(suite, abilities, 0, KnownSpreads.prior()).first();
    }

    /** @param obstacle why networks that lose packets are not available here; asked where one is wanted */
    static Planner of(
            Suite suite,
            Map<String, Abilities> abilities,
            double halfWidth,
            KnownSpreads spreads,
            Supplier<Optional<String>> obstacle) {
        List<String> codecs =
                suite.scenarios().stream().map(Scenario::codec).distinct().toList();
        if (codecs.size() > 1) {
            throw new InvalidPlanException("one run has one codec, not " + String.join(" and ", codecs)
                    + ": measure them in runs of their own, with --scenario");
        }
        List<String> notHere = new ArrayList<>();
        Suite measurable = measurable(suite, obstacle, notHere);
        Cells cells = new Cells(measurable, abilities);
        List<String> idle = measurable.transports().stream()
                .filter(t -> measurable.scenarios().stream().noneMatch(s -> cells.can(s, t)))
                .toList();
        if (!idle.isEmpty()) {
            throw new InvalidPlanException(String.join(", ", idle) + " can do nothing of what " + measurable.name()
                    + " asks: " + String.join("; ", cells.notApplicable()));
        }
        notHere.addAll(cells.notApplicable());
        return new Planner(measurable, cells, notHere, new Scheduler(measurable, halfWidth, spreads));
    }

    /**
     * Before anything was measured: by estimated costs.
     *
     * @throws InvalidPlanException in one line, if the budget has no room for one generation
     */
    public Plan first() {
        Costs costs = TimeEstimate.costs(suite, windowsOfARound());
        Duration least = Scheduler.least(costs).plus(TimeEstimate.besides(suite));
        if (suite.generations() == 0 && suite.budget().compareTo(least) < 0) {
            throw new InvalidPlanException("a budget of " + Durations.print(suite.budget())
                    + " is too short for one generation of " + suite.name() + ": it takes about "
                    + Durations.print(least) + "; give a longer --budget, or fewer --transports or --scenario");
        }
        return settled(costs);
    }

    /** By what things really cost here. The first generation is the same as before, but for how many rounds it has. */
    public Plan settled(Costs costs) {
        Schedule schedule =
                scheduler.schedule(costs, TimeEstimate.besides(suite).toNanos() / 1e9);
        SplittableRandom seeds = new SplittableRandom(suite.seed());
        List<PlannedGeneration> generations = new ArrayList<>();
        for (List<String> order : orders(new Random(seeds.nextLong()), schedule.generations())) {
            generations.add(generation(generations.size() + 1, order, schedule.rounds(), seeds.nextLong()));
        }
        return new Plan(
                suite,
                schedule,
                List.copyOf(generations),
                notApplicable,
                TimeEstimate.besides(suite),
                TimeEstimate.of(suite, costs, schedule.generations(), schedule.rounds()));
    }

    /** Without what goes over networks that lose packets, where those are not available. */
    private static Suite measurable(Suite suite, Supplier<Optional<String>> obstacle, List<String> notHere) {
        Optional<String> why = suite.networks().stream().anyMatch(Network::loses) ? obstacle.get() : Optional.empty();
        if (why.isEmpty()) {
            return suite;
        }
        List<Scenario> left =
                suite.scenarios().stream().filter(s -> !s.network().loses()).toList();
        suite.scenarios().stream()
                .filter(s -> s.network().loses())
                .forEach(s -> notHere.add(s.name() + ": not measurable here, since a network that loses packets takes a"
                        + " network namespace and a TUN device: " + why.get()));
        if (left.isEmpty()) {
            throw new InvalidPlanException(String.join("; ", notHere));
        }
        return suite.scenarios(left);
    }

    private int windowsOfARound() {
        long rows = suite.scenarios().stream()
                .flatMap(s -> suite.transports().stream().filter(t -> cells.can(s, t)))
                .count();
        return (int) rows + (suite.floors().size() + 1) / 2;
    }

    private List<List<String>> orders(Random random, int count) {
        List<List<String>> orders = new ArrayList<>();
        while (orders.size() < count) {
            List<String> names = new ArrayList<>(suite.transports());
            Collections.shuffle(names, random);
            List<List<String>> square = new ArrayList<>();
            for (int shift = 0; shift < names.size(); shift++) {
                square.add(rotated(names, shift));
            }
            Collections.shuffle(square, random);
            orders.addAll(square);
        }
        return orders.subList(0, count);
    }

    private PlannedGeneration generation(int number, List<String> order, int rounds, long seed) {
        List<PlannedWindow> windows = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int pair = round / 2;
            int numbered = (number - 1) * rounds + round + 1;
            if (round % 2 == 0) {
                suite.floors().forEach(floor -> windows.add(new PlannedWindow(numbered, "", floor)));
            }
            List<String> turns = rotated(order, pair % order.size());
            List<String> rows = round % 2 == 0 ? turns : reversed(turns);
            for (Scenario scenario : pair % 2 == 0 ? suite.scenarios() : reversed(suite.scenarios())) {
                rows.stream()
                        .filter(row -> cells.can(scenario, row))
                        .forEach(row -> windows.add(new PlannedWindow(numbered, scenario.name(), row)));
            }
        }
        return new PlannedGeneration(number, order, List.copyOf(windows), seed);
    }

    private static List<String> rotated(List<String> names, int by) {
        List<String> copy = new ArrayList<>(names);
        Collections.rotate(copy, -by);
        return List.copyOf(copy);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    /** Which transport can do which scenario. */
    private record Cells(Suite suite, Map<String, Abilities> abilities) {
        boolean can(Scenario scenario, String transport) {
            return missing(scenario, transport).isEmpty();
        }

        List<String> notApplicable() {
            List<String> lines = new ArrayList<>();
            for (Scenario scenario : suite.scenarios()) {
                for (String transport : suite.transports()) {
                    String missing = missing(scenario, transport);
                    if (!missing.isEmpty()) {
                        lines.add(transport + ": " + scenario.name() + " needs " + missing);
                    }
                }
            }
            return List.copyOf(lines);
        }

        private String missing(Scenario scenario, String transport) {
            return Objects.requireNonNull(abilities.get(transport), transport).missing(scenario);
        }
    }
}
