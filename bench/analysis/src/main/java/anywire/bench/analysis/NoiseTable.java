package anywire.bench.analysis;

import anywire.bench.model.Covariate;
import anywire.bench.model.Noise.Dose;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.Noise.Move;
import anywire.bench.model.Noise.Seen;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.NoiseRound.Windows;
import anywire.bench.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * By how much planted disturbances moved ratios. In each pass, what a disturbed round says less the mean of that pass's
 * undisturbed ones; then the mean over passes, whose error is the passes' own.
 */
public final class NoiseTable {
    private static final int FEWEST_PASSES = 2;

    private final NoiseKind kind;
    private final double betweenSdLog;
    /** Of whole passes alone. */
    private final List<NoiseRound> rounds;

    private final int passes;

    private NoiseTable(NoiseKind kind, List<NoiseRound> all, double betweenSdLog) {
        this.kind = kind;
        this.betweenSdLog = kind == NoiseKind.COLD ? betweenSdLog : 0;
        List<NoiseRound> its = all.stream().filter(r -> r.kind() == kind).toList();
        long most =
                its.stream().collect(Collectors.groupingBy(NoiseRound::pass, Collectors.counting())).values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        List<Integer> whole =
                its.stream().collect(Collectors.groupingBy(NoiseRound::pass, Collectors.counting())).entrySet().stream()
                        .filter(pass -> pass.getValue() == most)
                        .map(pass -> pass.getKey())
                        .toList();
        this.passes = whole.size();
        this.rounds = its.stream().filter(r -> whole.contains(r.pass())).toList();
    }

    /**
     * Kind by kind, those that have two whole passes or more.
     *
     * @param realTime whether stalls went before all else
     * @param betweenSdLog how much ratios differ between fresh processes
     */
    public static List<Measured> of(List<NoiseRound> rounds, Instant at, boolean realTime, double betweenSdLog) {
        List<Measured> measured = new ArrayList<>();
        for (NoiseKind kind : NoiseKind.values()) {
            NoiseTable table = new NoiseTable(kind, rounds, betweenSdLog);
            if (table.passes >= FEWEST_PASSES) {
                measured.add(new Measured(
                        kind,
                        at,
                        table.passes,
                        realTime || kind != NoiseKind.STALLS,
                        table.betweenSdLog,
                        table.doses()));
            }
        }
        return List.copyOf(measured);
    }

    private List<Dose> doses() {
        List<Double> doses = rounds.stream()
                .map(NoiseRound::dose)
                .distinct()
                .sorted(Comparator.comparing(dose -> Math.abs(dose - kind.undisturbed())))
                .toList();
        List<Dose> all = new ArrayList<>();
        for (Place place : List.of(Place.ONE_ROW, Place.ALL_ROWS)) {
            for (double dose : doses) {
                List<NoiseRound> its = at(place).stream()
                        .filter(r -> r.dose() == dose)
                        .sorted(Comparator.comparing(NoiseRound::pass))
                        .toList();
                all.add(new Dose(
                        dose,
                        place,
                        its.stream()
                                .mapToDouble(NoiseRound::plantedShare)
                                .average()
                                .orElse(0),
                        move(its, w -> log(w.tie(), w.reference())),
                        move(its, w -> log(w.known(), w.reference())),
                        seen(its, place)));
            }
        }
        return all;
    }

    private List<NoiseRound> at(Place place) {
        return rounds.stream().filter(r -> r.place() == place).toList();
    }

    private static double log(Window own, Window other) {
        return Math.log((double) own.intended().p50Nanos() / other.intended().p50Nanos());
    }

    private Move move(List<NoiseRound> its, ToDoubleFunction<Windows> log) {
        List<Double> moves = beyondControls(its, log);
        double error = standardError(moves);
        return new Move(mean(moves), Math.sqrt(error * error + betweenSdLog * betweenSdLog), moves);
    }

    private List<Seen> seen(List<NoiseRound> its, Place place) {
        List<Seen> seen = new ArrayList<>();
        for (Covariate covariate : Covariate.values()) {
            List<Double> more = beyondControls(
                    its,
                    place == Place.ONE_ROW
                            ? w -> covariate.of(w.tie()) - covariate.of(w.reference())
                            : w -> (covariate.of(w.reference()) + covariate.of(w.tie()) + covariate.of(w.known())) / 3);
            seen.add(new Seen(covariate, mean(more), standardError(more)));
        }
        return seen;
    }

    /** One for each pass. A window without an answer has no figure: its pass is left out. */
    private List<Double> beyondControls(List<NoiseRound> its, ToDoubleFunction<Windows> figure) {
        return its.stream()
                .map(r -> figure.applyAsDouble(r.windows())
                        - at(Place.NOWHERE).stream()
                                .filter(control -> control.pass() == r.pass())
                                .mapToDouble(control -> figure.applyAsDouble(control.windows()))
                                .average()
                                .orElse(Double.NaN))
                .filter(Double::isFinite)
                .toList();
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }

    /** Of their mean; 0 of fewer than two. */
    static double standardError(List<Double> values) {
        int n = values.size();
        double mean = mean(values);
        double squares = values.stream()
                .flatMapToDouble(value -> DoubleStream.of((value - mean) * (value - mean)))
                .sum();
        return n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
    }
}
