package anywire.bench.analysis;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.analysis.TwoLevels.Levels;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.CalibrationReport;
import anywire.bench.model.Generation.PlantedSeen;
import anywire.bench.model.Power;
import anywire.bench.model.Power.Case;
import anywire.bench.model.Power.Chance;
import anywire.bench.model.Power.Counts;
import anywire.bench.model.Power.Known;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What runs of so many generations and rounds would say of what is known, estimated from more than one run has: each of many
 * imagined runs draws its generations, with replacement, from those measured, and of each its rounds (Efron's bootstrap, on
 * two levels), and is judged as a real run is: spreads between generations pooled over its cells. The draws are not
 * independent of one another, so the counts are estimates.
 */
public final class PowerTable {
    private static final int TIE_RUNS = 200;
    private static final int PLANTED_RUNS = 200;
    private static final int CURVE_RUNS = 1_000;
    private static final int LARGEST_PERCENT = 40;
    /** Found as good as always. */
    private static final double NEARLY_ALWAYS = 0.975;

    private final Judge judge;
    private final int generationsPerRun;
    private final int roundsPerGeneration;
    private final long seed;

    /** @param margin 0.05 for 5 % */
    public PowerTable(double margin, int generationsPerRun, int roundsPerGeneration, long seed) {
        this.judge = new Judge(margin);
        this.generationsPerRun = generationsPerRun;
        this.roundsPerGeneration = roundsPerGeneration;
        this.seed = seed;
    }

    /** What one run has measured of rows that differ from its reference by known shares. */
    public static List<Known> measured(Run run, Map<String, Double> plantedByRow) {
        Scenario scenario = run.suite().scenarios().get(0);
        Rounds rounds = Rounds.of(new ByScenario(run.generations()).of(scenario.name()), Set.of());
        List<Known> known = new ArrayList<>();
        plantedByRow.forEach((row, planted) -> {
            List<Double> micros = run.generations().stream()
                    .flatMap(b -> b.planted().stream())
                    .filter(p -> p.row().equals(row))
                    .map(PlantedSeen::meanMicros)
                    .toList();
            known.add(new Known(
                    row,
                    planted,
                    Rounds.byGeneration(rounds.logs(row, run.suite().reference(), 50)),
                    micros));
        });
        return known;
    }

    /** The whole table. @param known a transport against itself comes first */
    public Power power(Instant at, CalibrationReport.Machine machine, String scenario, List<Known> known) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Known k = known.get(i);
            int runs = k.planted() == 0 ? TIE_RUNS : PLANTED_RUNS;
            cases.add(new Case(
                    k.name(),
                    k.planted(),
                    k.generations().size(),
                    Math.exp(Levels.of(k.generations()).mean()),
                    counted(known, i, 0, runs, seed)));
        }
        List<Chance> curve = curve(known);
        Levels levels = Levels.of(known.get(0).generations());
        Between between = PooledBetween.of(
                known.stream().map(Known::generations).toList(), new Spread(Spread.LOOPBACK, 0, 0, "unknown"));
        Spread spread = new Spread(Spread.LOOPBACK, levels.withinSd(), between.sd(), "this machine's own power table");
        return new Power(
                Power.SCHEMA,
                at,
                machine,
                scenario,
                generationsPerRun,
                roundsPerGeneration,
                spread,
                known,
                List.copyOf(cases),
                curve,
                smallestSeen(curve));
    }

    /** For a transport against itself, to which ever larger differences are added. */
    private List<Chance> curve(List<Known> known) {
        // What one transport's two rows differ by in truth is nothing; what is left over so many generations is chance.
        double centre = Levels.of(known.get(0).generations()).mean();
        List<Chance> curve = new ArrayList<>();
        for (int percent = 0; percent <= LARGEST_PERCENT; percent++) {
            Counts counts = counted(known, 0, Math.log1p(percent / 100.0) - centre, CURVE_RUNS, seed + percent);
            curve.add(new Chance(
                    percent / 100.0,
                    (double) (counts.slower() + counts.slightlySlower()) / counts.runs(),
                    (double) counts.same() / counts.runs()));
        }
        return List.copyOf(curve);
    }

    /** The smallest difference on the curve from which on it is found as good as always; 0 if none is. */
    public static double smallestSeen(List<Chance> curve) {
        double smallest = 0;
        for (int i = curve.size() - 1; i >= 0 && curve.get(i).found() >= NEARLY_ALWAYS; i--) {
            smallest = curve.get(i).difference();
        }
        return smallest;
    }

    /** @param judged which of the cells */
    private Counts counted(List<Known> cells, int judged, double shift, int runs, long from) {
        SplittableRandom random = new SplittableRandom(from);
        int[] counts = new int[Verdict.values().length];
        for (int run = 0; run < runs; run++) {
            List<List<List<Double>>> drawn = drawn(cells, random);
            Between between = PooledBetween.of(drawn, new Spread(Spread.LOOPBACK, 0, 0, "unknown"));
            List<List<Double>> shifted = drawn.get(judged).stream()
                    .map(its -> its.stream().map(log -> log + shift).toList())
                    .toList();
            counts[judge.judge(TwoLevels.of(shifted, between)).uncorrected().ordinal()]++;
        }
        return new Counts(
                runs,
                counts[Verdict.FASTER.ordinal()],
                counts[Verdict.SLIGHTLY_FASTER.ordinal()],
                counts[Verdict.SAME.ordinal()],
                counts[Verdict.SLIGHTLY_SLOWER.ordinal()],
                counts[Verdict.SLOWER.ordinal()],
                counts[Verdict.NO_VERDICT.ordinal()]);
    }

    /** The same generations and rounds of all cells: they share their reference. */
    private List<List<List<Double>>> drawn(List<Known> cells, SplittableRandom random) {
        int generations =
                cells.stream().mapToInt(k -> k.generations().size()).min().orElse(0);
        List<List<List<Double>>> drawn = new ArrayList<>();
        cells.forEach(k -> drawn.add(new ArrayList<>()));
        for (int g = 0; g < generationsPerRun; g++) {
            int generation = random.nextInt(generations);
            int rounds = cells.stream()
                    .mapToInt(k -> k.generations().get(generation).size())
                    .min()
                    .orElse(0);
            int[] picks =
                    random.ints(roundsPerGeneration, 0, Math.max(1, rounds)).toArray();
            for (int cell = 0; cell < cells.size(); cell++) {
                List<Double> its = cells.get(cell).generations().get(generation);
                drawn.get(cell)
                        .add(Arrays.stream(picks)
                                .filter(pick -> pick < its.size())
                                .mapToObj(its::get)
                                .toList());
            }
        }
        return drawn;
    }
}
