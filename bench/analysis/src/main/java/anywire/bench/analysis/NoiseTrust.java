package anywire.bench.analysis;

import anywire.bench.model.Covariate;
import anywire.bench.model.Noise.Bound;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.Noise.Slope;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.TrustBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The bounds of trust that follow on one machine. Only what is sure takes the place of a reference bound: a slope whose interval
 * is above 0, a dose whose interval has two ends, of a kind that was measured whole.
 */
public final class NoiseTrust {
    private static final int FEWEST_DOSES = 3;
    private static final int FEWEST_PASSES = 6;

    private final List<Bound> bounds;
    private final TrustBounds reference;
    private final List<String> measured = new ArrayList<>();

    private NoiseTrust(List<Bound> bounds, TrustBounds reference) {
        this.bounds = bounds;
        this.reference = reference;
    }

    /** @param bounds of all of them */
    public static TrustBounds of(List<Measured> kinds, List<Bound> bounds, TrustBounds reference) {
        List<NoiseKind> whole = kinds.stream()
                .filter(k -> k.realTime() && k.passes() >= FEWEST_PASSES)
                .filter(k -> k.doses().stream().map(d -> d.dose()).distinct().count() >= FEWEST_DOSES)
                .map(Measured::kind)
                .toList();
        return new NoiseTrust(
                        bounds.stream().filter(b -> whole.contains(b.kind())).toList(), reference)
                .bounds();
    }

    private TrustBounds bounds() {
        double probe = chosen(
                "probeSlower",
                half(NoiseKind.STALLS, Place.ALL_ROWS, Covariate.PROBE.words()).map(Math::exp),
                reference.probeSlower());
        double stealSlope = chosen("stealSlope", slope(NoiseKind.STALLS, Bound.BURNT), reference.stealSlope());
        double othersSlope =
                chosen("othersSlope", slope(NoiseKind.NEIGHBOUR, Covariate.OTHERS.words()), reference.othersSlope());
        double steal = chosen("steal", half(NoiseKind.STALLS, Place.ALL_ROWS, Bound.BURNT), reference.steal());
        double others = chosen(
                "others", half(NoiseKind.NEIGHBOUR, Place.ALL_ROWS, Covariate.OTHERS.words()), reference.others());
        double compilers = chosen(
                "compilers", half(NoiseKind.COLD, Place.ONE_ROW, Covariate.COMPILERS.words()), reference.compilers());
        return new TrustBounds(probe, stealSlope, othersSlope, steal, others, compilers, measured);
    }

    private double chosen(String name, Optional<Double> found, double otherwise) {
        found.ifPresent(ignored -> measured.add(name));
        return found.orElse(otherwise);
    }

    private Optional<Double> slope(NoiseKind kind, String figure) {
        return of(kind, Place.ONE_ROW, figure)
                .filter(Bound::ofTie)
                .flatMap(b -> b.slope().stream())
                .filter(s -> s.low() > 0)
                .map(Slope::perUnit)
                .findFirst();
    }

    /** Of the ratios that it moves, the one that it moves first. */
    private Optional<Double> half(NoiseKind kind, Place place, String figure) {
        return of(kind, place, figure)
                .filter(b -> b.half().high().isPresent())
                .map(b -> b.half().at())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .filter(at -> at > 0)
                .min(Double::compare);
    }

    private Stream<Bound> of(NoiseKind kind, Place place, String figure) {
        return bounds.stream()
                .filter(b ->
                        b.kind() == kind && b.place() == place && b.figure().equals(figure));
    }
}
