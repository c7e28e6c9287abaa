package anywire.bench.analysis;

import anywire.bench.analysis.DoseCurve.Point;
import anywire.bench.model.Covariate;
import anywire.bench.model.Noise.Bound;
import anywire.bench.model.Noise.Dose;
import anywire.bench.model.Noise.Half;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.Noise.Move;
import anywire.bench.model.Noise.Seen;
import anywire.bench.model.Noise.Slope;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * From moved ratios to bounds: where a ratio has moved by half of the margin, and how much it moves for each unit of what was
 * seen. The slope is that of the straight line through no dose and no move: of each pass by itself, then their mean, so that its
 * error knows that the doses of one pass share their controls.
 */
public final class NoiseBounds {
    private static final double LEVEL = 0.975;
    /** What is nearer to 0, in standard errors, at the strongest dose has not seen it. */
    private static final double SEEN = 3;
    /** What differences of equal figures leave. */
    private static final double NOTHING = 1e-9;

    private final Measured measured;
    private final double half;

    private NoiseBounds(Measured measured, double margin) {
        this.measured = measured;
        this.half = Math.log1p(margin) / 2;
    }

    /** Those of a kind: of the dose first, then of what was burnt, then of each covariate that saw it. */
    public static List<Bound> of(Measured measured, double margin) {
        NoiseBounds its = new NoiseBounds(measured, margin);
        List<Bound> all = new ArrayList<>();
        its.bounds(Place.ONE_ROW, true, Dose::tie, all);
        its.bounds(Place.ALL_ROWS, true, Dose::tie, all);
        its.bounds(Place.ALL_ROWS, false, Dose::known, all);
        return List.copyOf(all);
    }

    private void bounds(Place place, boolean ofTie, Function<Dose, Move> move, List<Bound> to) {
        NoiseKind kind = measured.kind();
        List<Dose> doses =
                measured.doses().stream().filter(d -> d.place() == place).toList();
        if (doses.isEmpty()) {
            return;
        }
        Half inDoses = curve(doses, Dose::dose, kind.undisturbed(), move).reaching(half, t(doses, move));
        // What is cold has no line through no dose at all.
        List<Slope> ofDose = kind == NoiseKind.COLD ? List.of() : slope(doses, Dose::dose, move);
        to.add(new Bound(kind, place, ofTie, Bound.DOSE, kind.unit(), inDoses, ofDose));
        if (doses.get(doses.size() - 1).plantedShare() > 0) {
            to.add(bound(place, ofTie, Bound.BURNT, "all cores", doses, Dose::plantedShare, move));
        }
        for (Covariate covariate : Covariate.values()) {
            if (saw(doses, covariate)) {
                to.add(bound(
                        place,
                        ofTie,
                        covariate.words(),
                        covariate.unit(),
                        doses,
                        dose -> seen(dose, covariate).more(),
                        move));
            }
        }
    }

    private Bound bound(
            Place place,
            boolean ofTie,
            String figure,
            String unit,
            List<Dose> doses,
            ToDoubleFunction<Dose> x,
            Function<Dose, Move> move) {
        Half at = curve(doses, x, 0, move).reaching(half, t(doses, move));
        return new Bound(measured.kind(), place, ofTie, figure, unit, at, slope(doses, x, move));
    }

    /** The way that the strongest dose moved it is upwards. */
    private static DoseCurve curve(
            List<Dose> doses, ToDoubleFunction<Dose> x, double start, Function<Dose, Move> move) {
        double way = Math.signum(move.apply(doses.get(doses.size() - 1)).log());
        return new DoseCurve(
                start,
                doses.stream()
                        .map(d -> new Point(
                                x.applyAsDouble(d),
                                way * move.apply(d).log(),
                                move.apply(d).standardError()))
                        .toList());
    }

    /** None where the passes are not the same for all doses. */
    private List<Slope> slope(List<Dose> doses, ToDoubleFunction<Dose> x, Function<Dose, Move> move) {
        double squares = doses.stream().mapToDouble(d -> sq(x.applyAsDouble(d))).sum();
        int passes = move.apply(doses.get(0)).passes().size();
        boolean even = doses.stream().allMatch(d -> move.apply(d).passes().size() == passes);
        if (squares == 0 || passes < 2 || !even) {
            return List.of();
        }
        List<Double> slopes = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            double sum = 0;
            for (Dose dose : doses) {
                sum += x.applyAsDouble(dose) * move.apply(dose).passes().get(pass);
            }
            slopes.add(sum / squares);
        }
        double ofProcesses = 0;
        for (Dose dose : doses) {
            // Fresh processes' luck is not in the passes: it is the same in all of one dose's.
            ofProcesses += sq(x.applyAsDouble(dose) / squares * measured.betweenSdLog());
        }
        double slope = NoiseTable.mean(slopes);
        double error = Math.sqrt(sq(NoiseTable.standardError(slopes)) + ofProcesses);
        double reach = TDistribution.of(passes - 1).inverseCumulativeProbability(LEVEL) * error;
        return List.of(new Slope(slope, error, slope - reach, slope + reach));
    }

    private static double t(List<Dose> doses, Function<Dose, Move> move) {
        int passes = doses.stream()
                .mapToInt(d -> move.apply(d).passes().size())
                .min()
                .orElse(0);
        return TDistribution.of(Math.max(1, passes - 1)).inverseCumulativeProbability(LEVEL);
    }

    private static boolean saw(List<Dose> doses, Covariate covariate) {
        Seen strongest = seen(doses.get(doses.size() - 1), covariate);
        return Math.abs(strongest.more()) > Math.max(NOTHING, SEEN * strongest.standardError());
    }

    private static Seen seen(Dose dose, Covariate covariate) {
        return dose.seen().stream()
                .filter(s -> s.covariate() == covariate)
                .findFirst()
                .orElse(new Seen(covariate, 0, 0));
    }

    private static double sq(double x) {
        return x * x;
    }
}
