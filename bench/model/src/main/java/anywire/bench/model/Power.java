package anywire.bench.model;

import anywire.bench.model.CalibrationReport.Machine;
import java.time.Instant;
import java.util.List;

/**
 * What size of difference runs on one machine find, and how often they see one that isn't there: {@code power.json}.
 *
 * @param schema of this record
 * @param at when its last generation was measured
 * @param scenario what was measured, in words
 * @param generationsPerRun of the imagined runs
 * @param roundsPerGeneration likewise
 * @param spread of the ratio of a transport to itself, on this machine
 * @param known what the cases rest on, in their order
 * @param curve for a transport against itself with ever larger differences added
 * @param smallestSeen the smallest difference found in at least 46 of 47 runs: 0.12 for 12 %; 0 if none was
 */
public record Power(
        int schema,
        Instant at,
        Machine machine,
        String scenario,
        int generationsPerRun,
        int roundsPerGeneration,
        Spread spread,
        List<Known> known,
        List<Case> cases,
        List<Chance> curve,
        double smallestSeen) {
    public static final int SCHEMA = 2;

    /**
     * What was measured of one known difference.
     *
     * @param planted 0 for none, 0.15 for 15 %
     * @param generations of each, the rounds' log ratios of the two medians
     * @param plantedMicros of each generation, how long a call was really held up, by the services' own stamps; empty
     *     for no difference
     */
    public record Known(String name, double planted, List<List<Double>> generations, List<Double> plantedMicros) {}

    /**
     * What runs would say of it.
     *
     * @param generations that were measured
     * @param ratio of the two medians, over all of them
     */
    public record Case(String name, double planted, int generations, double ratio, Counts counts) {}

    /** Of so many imagined runs, how many said what. */
    public record Counts(
            int runs, int faster, int slightlyFaster, int same, int slightlySlower, int slower, int noVerdict) {
        /** Runs that say which is the faster one. */
        public int directional() {
            return faster + slightlyFaster + slightlySlower + slower;
        }
    }

    /**
     * @param difference 0.1 for 10 %
     * @param found share of runs that call it slower, slightly or more
     * @param same share of runs that call it the same
     */
    public record Chance(double difference, double found, double same) {}

    /** As a run in these surroundings cites it. */
    public Cited citedIn(Environment here) {
        int generations = cases.stream().mapToInt(Case::generations).min().orElse(0);
        return new Cited(
                at.toString(),
                machine.differences(Machine.of(here)),
                scenario,
                generations,
                generationsPerRun,
                smallestSeen);
    }

    /**
     * In short.
     *
     * @param at empty if it was never measured
     * @param differs what was not the same then
     * @param generations measured, of the case with the fewest
     */
    public record Cited(
            String at,
            List<String> differs,
            String scenario,
            int generations,
            int generationsPerRun,
            double smallestSeen) {
        public static final Cited NONE = new Cited("", List.of(), "", 0, 0, 0);

        public boolean there() {
            return !at.isEmpty();
        }
    }
}
