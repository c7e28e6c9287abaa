package anywire.bench.plan;

import anywire.bench.run.Network;
import anywire.bench.run.Plan;
import anywire.bench.run.Plan.PlannedBlock;
import anywire.bench.run.Plan.PlannedWindow;
import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.host.NetNamespace;
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
 * Orders the windows of each block, for three transports A, B, C, two scenarios 1, 2, two rotations and a floor F:
 *
 * <pre>
 *   F  1A 1B 1C 1C 1B 1A  F  2A 2B 2C 2C 2B 2A  F
 * </pre>
 *
 * so that what is compared (the same scenario on different transports) is measured within about a second, and so that
 * whatever drifts evenly falls on all alike. Every further pair of rotations takes the scenarios the other way round.
 *
 * <p>Places are not equal: whoever is at the turn is measured twice in a row. So in as many blocks as there are
 * transports, each takes each place once: a Latin square, shuffled by the seed.
 */
public final class Planner {
    private Planner() {}

    /**
     * @param abilities what each row of the suite can do, by name
     * @throws InvalidPlanException in one line, if a transport can do nothing of what is asked, or codecs are mixed
     */
    public static Plan plan(Suite suite, Map<String, Abilities> abilities) {
        return plan(suite, abilities, NetNamespace::obstacle);
    }

    /** @param obstacle why networks that lose packets can't be had here; asked where one is wanted */
    static Plan plan(Suite suite, Map<String, Abilities> abilities, Supplier<Optional<String>> obstacle) {
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
        SplittableRandom seeds = new SplittableRandom(measurable.seed());
        List<PlannedBlock> blocks = new ArrayList<>();
        for (List<String> order : orders(measurable, new Random(seeds.nextLong()))) {
            blocks.add(block(blocks.size() + 1, order, measurable, cells, seeds.nextLong()));
        }
        return new Plan(measurable, List.copyOf(blocks), List.copyOf(notHere), Estimate.of(measurable, blocks));
    }

    /** Without what goes over networks that lose packets, where those can't be had. */
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

    private static List<List<String>> orders(Suite suite, Random random) {
        List<List<String>> orders = new ArrayList<>();
        while (orders.size() < suite.blocks()) {
            List<String> names = new ArrayList<>(suite.transports());
            Collections.shuffle(names, random);
            List<List<String>> square = new ArrayList<>();
            for (int shift = 0; shift < names.size(); shift++) {
                List<String> row = new ArrayList<>(names);
                Collections.rotate(row, shift);
                square.add(List.copyOf(row));
            }
            Collections.shuffle(square, random);
            orders.addAll(square);
        }
        return orders.subList(0, suite.blocks());
    }

    private static PlannedBlock block(int number, List<String> order, Suite suite, Cells cells, long seed) {
        List<PlannedWindow> measured = new ArrayList<>();
        for (int pair = 0; pair < suite.rotations() / 2; pair++) {
            List<Scenario> scenarios = pair % 2 == 0 ? suite.scenarios() : reversed(suite.scenarios());
            for (Scenario scenario : scenarios) {
                List<PlannedWindow> there = order.stream()
                        .filter(transport -> cells.can(scenario, transport))
                        .map(transport -> new PlannedWindow(scenario.name(), transport))
                        .toList();
                measured.addAll(there);
                measured.addAll(reversed(there));
            }
        }
        return new PlannedBlock(number, order, withFloors(measured, suite.floors()), seed);
    }

    private static List<PlannedWindow> withFloors(List<PlannedWindow> measured, List<String> floors) {
        List<PlannedWindow> each =
                floors.stream().map(floor -> new PlannedWindow("", floor)).toList();
        int middle = measured.size() / 2;
        List<PlannedWindow> all = new ArrayList<>(each);
        all.addAll(measured.subList(0, middle));
        all.addAll(each);
        all.addAll(measured.subList(middle, measured.size()));
        all.addAll(each);
        return List.copyOf(all);
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
