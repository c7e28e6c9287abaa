package anywire.bench.analysis;

import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Generation.PlantedSeen;
import anywire.bench.run.CalibrationReport;
import anywire.bench.run.Power;
import anywire.bench.run.Power.Case;
import anywire.bench.run.Power.Chance;
import anywire.bench.run.Power.Counts;
import anywire.bench.run.Power.Known;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What runs of so many generations would say of what is known, estimated from more generations than one run has: each of many
 * imagined runs draws its generations, with replacement, from those measured (Efron's bootstrap), and is judged as a real run
 * is. The draws are not independent of one another, so the counts are estimates.
 */
public final class PowerTable {
    private static final int TIE_RUNS = 200;
    private static final int PLANTED_RUNS = 47;
    private static final int CURVE_RUNS = 1_000;
    private static final int LARGEST_PERCENT = 40;
    /** Found as good as always: 46 of 47, as the table asks of the planted difference. */
    private static final double NEARLY_ALWAYS = 46.0 / 47;

    private final Judge judge;
    private final int generationsPerRun;
    private final long seed;

    /** @param margin 0.05 for 5 % */
    public PowerTable(double margin, int generationsPerRun, long seed) {
        this.judge = new Judge(margin);
        this.generationsPerRun = generationsPerRun;
        this.seed = seed;
    }

    /** What one run has measured of rows that differ from its reference by known shares, in generations that count. */
    public static List<Known> measured(Run run, Map<String, Double> plantedByRow) {
        Scenario scenario = run.suite().scenarios().get(0);
        KeptGenerations kept = KeptGenerations.of(run.generations(), scenario.name());
        List<Known> known = new ArrayList<>();
        plantedByRow.forEach((row, planted) -> {
            List<Double> logs = new ArrayList<>(GenerationRatios.logs(
                            kept.generations(), scenario.name(), row, run.suite().reference(), 50)
                    .values());
            List<Double> micros = kept.generations().stream()
                    .flatMap(b -> b.planted().stream())
                    .filter(p -> p.row().equals(row))
                    .map(PlantedSeen::meanMicros)
                    .toList();
            known.add(new Known(row, planted, List.copyOf(logs), micros));
        });
        return known;
    }

    /** The whole table. @param known a transport against itself comes first */
    public Power power(Instant at, CalibrationReport.Machine machine, String scenario, List<Known> known) {
        List<Case> cases = known.stream()
                .map(k -> judged(k.name(), k.logs(), k.planted(), k.planted() == 0 ? TIE_RUNS : PLANTED_RUNS))
                .toList();
        List<Chance> curve = curve(known.get(0).logs());
        return new Power(Power.SCHEMA, at, machine, scenario, generationsPerRun, known, cases, curve, smallestSeen(curve));
    }

    /**
     * One known case.
     *
     * @param logs of each measured generation, the log ratio of the two
     * @param plantedShare how much slower the first really was; 0 for a transport against itself
     * @param runs how many to imagine
     */
    public Case judged(String name, List<Double> logs, double plantedShare, int runs) {
        Sample all = Sample.of(logs);
        return new Case(name, plantedShare, logs.size(), Math.exp(all.mean()), all.sd(), counted(logs, 0, runs, seed));
    }

    /** @param logs of a transport against itself, to which ever larger differences are added */
    public List<Chance> curve(List<Double> logs) {
        // What one transport's two rows differ by in truth is nothing; what is left over so many generations is chance.
        double centre = Sample.of(logs).mean();
        List<Chance> curve = new ArrayList<>();
        for (int percent = 0; percent <= LARGEST_PERCENT; percent++) {
            Counts counts = counted(logs, Math.log1p(percent / 100.0) - centre, CURVE_RUNS, seed + percent);
            curve.add(new Chance(
                    percent / 100.0, (double) counts.slower() / counts.runs(), (double) counts.same() / counts.runs()));
        }
        return curve;
    }

    /** The smallest difference on the curve from which on it is found as good as always; 0 if none is. */
    public static double smallestSeen(List<Chance> curve) {
        double smallest = 0;
        for (int i = curve.size() - 1; i >= 0 && curve.get(i).found() >= NEARLY_ALWAYS; i--) {
            smallest = curve.get(i).difference();
        }
        return smallest;
    }

    private Counts counted(List<Double> logs, double shift, int runs, long from) {
        SplittableRandom random = new SplittableRandom(from);
        int[] counts = new int[Verdict.values().length];
        for (int run = 0; run < runs; run++) {
            List<Double> drawn = new ArrayList<>(generationsPerRun);
            for (int generation = 0; generation < generationsPerRun; generation++) {
                drawn.add(logs.get(random.nextInt(logs.size())) + shift);
            }
            Judge.Judgement judgement = judge.judge(Sample.of(drawn));
            counts[judgement.at(judgement.p()).ordinal()]++;
        }
        return new Counts(
                runs,
                counts[Verdict.FASTER.ordinal()],
                counts[Verdict.SLOWER.ordinal()],
                counts[Verdict.SAME.ordinal()],
                counts[Verdict.CANT_TELL.ordinal()]);
    }
}
