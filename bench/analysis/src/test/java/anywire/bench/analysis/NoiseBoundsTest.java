package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Covariate;
import anywire.bench.model.Noise.Bound;
import anywire.bench.model.Noise.Dose;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.Noise.Seen;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.TrustBounds;
import anywire.bench.samples.NoiseSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NoiseBoundsTest {
    private static final Instant AT = Instant.parse("2026-03-01T14:15:30Z");
    private static final double HALF = Math.log(1.05) / 2;
    /** Some passes find more, some less. */
    private static final DoubleUnaryOperator SPREAD = pass -> pass % 2 == 0 ? 0.002 : -0.002;
    /** One per cent of a core each, and half of that on the log. */
    private static final DoubleUnaryOperator SEEN = dose -> dose / 100;

    private static final DoubleUnaryOperator STRAIGHT = dose -> dose / 200;

    @Test
    void a_move_is_what_a_disturbed_round_says_beyond_its_pass_s_undisturbed_ones() {
        Measured measured =
                measured(NoiseKind.NEIGHBOUR, NoiseSample.rounds(NoiseKind.NEIGHBOUR, 6, STRAIGHT, SEEN, SPREAD));
        assertThat(measured.passes()).isEqualTo(6);
        Dose strongest = dose(measured, 40, Place.ONE_ROW);
        assertThat(strongest.tie().log()).isCloseTo(0.2, within(1e-3));
        assertThat(strongest.known().log()).isCloseTo(0.2, within(1e-3));
        assertThat(strongest.tie().standardError()).isCloseTo(0.002 * Math.sqrt(1.2 / 6), within(1e-4));
        assertThat(strongest.tie().passes()).hasSize(6);
        assertThat(seen(strongest, Covariate.OTHERS).more()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void what_falls_on_all_alike_moves_no_ratio() {
        Measured measured =
                measured(NoiseKind.NEIGHBOUR, NoiseSample.rounds(NoiseKind.NEIGHBOUR, 6, STRAIGHT, SEEN, SPREAD));
        assertThat(dose(measured, 40, Place.ALL_ROWS).tie().log()).isCloseTo(0, within(1e-3));
        assertThat(seen(dose(measured, 40, Place.ALL_ROWS), Covariate.OTHERS).more())
                .isCloseTo(0.4, within(1e-9));
        Bound bound = bound(NoiseBounds.of(measured, 0.05), Place.ALL_ROWS, Bound.DOSE);
        assertThat(bound.half().at()).isEmpty();
    }

    @Test
    void a_straight_line_has_its_slope_and_half_of_the_margin_where_it_should() {
        Measured measured =
                measured(NoiseKind.NEIGHBOUR, NoiseSample.rounds(NoiseKind.NEIGHBOUR, 6, STRAIGHT, SEEN, SPREAD));
        List<Bound> bounds = NoiseBounds.of(measured, 0.05);
        Bound others = bound(bounds, Place.ONE_ROW, Covariate.OTHERS.words());
        assertThat(others.slope().get(0).perUnit()).isCloseTo(0.5, within(0.01));
        assertThat(others.slope().get(0).low()).isBetween(0.4, 0.5);
        assertThat(others.half().at().orElseThrow()).isCloseTo(2 * HALF, within(0.005));
        assertThat(others.half().low().orElseThrow()).isLessThan(2 * HALF);
        assertThat(others.half().high().orElseThrow()).isGreaterThan(2 * HALF);
        assertThat(bound(bounds, Place.ONE_ROW, Bound.DOSE).half().at().orElseThrow())
                .isCloseTo(200 * HALF, within(0.5));
    }

    @Test
    void what_did_not_see_it_has_no_bound() {
        Measured measured =
                measured(NoiseKind.NEIGHBOUR, NoiseSample.rounds(NoiseKind.NEIGHBOUR, 6, STRAIGHT, SEEN, SPREAD));
        assertThat(NoiseBounds.of(measured, 0.05))
                .extracting(Bound::figure)
                .doesNotContain(Covariate.STEAL.words(), Covariate.COLLECTORS.words());
    }

    @Test
    void fresh_processes_differ_by_themselves_and_only_what_is_cold_has_fresh_ones() {
        Measured cold = NoiseTable.of(
                        NoiseSample.rounds(NoiseKind.COLD, 6, dose -> 0.4 / dose, dose -> 0.2 / dose, SPREAD),
                        AT,
                        true,
                        0.06)
                .get(0);
        assertThat(cold.betweenSdLog()).isEqualTo(0.06);
        assertThat(dose(cold, 1, Place.ONE_ROW).tie().standardError()).isGreaterThan(0.06);
        assertThat(cold.doses().get(0).dose()).isEqualTo(16);
        List<Bound> bounds = NoiseBounds.of(cold, 0.05);
        assertThat(bound(bounds, Place.ONE_ROW, Bound.DOSE).slope()).isEmpty();
        assertThat(bound(bounds, Place.ONE_ROW, Bound.DOSE).half().at().orElseThrow())
                .isBetween(16.0, 24.0);
        assertThat(bound(bounds, Place.ONE_ROW, Covariate.COMPILERS.words())
                        .half()
                        .at()
                        .orElseThrow())
                .isCloseTo(HALF / 2, within(1e-3));
    }

    @Test
    void a_pass_that_was_cut_short_does_not_count() {
        List<NoiseRound> cut = new ArrayList<>(NoiseSample.rounds(NoiseKind.LUMP, 3, STRAIGHT, SEEN, SPREAD));
        cut.remove(cut.size() - 1);
        assertThat(measured(NoiseKind.LUMP, cut).passes()).isEqualTo(2);
        assertThat(NoiseTable.of(cut.subList(0, 20), AT, true, 0)).isEmpty();
    }

    @Test
    void only_what_is_sure_and_whole_takes_a_reference_bound_s_place() {
        List<NoiseRound> rounds =
                new ArrayList<>(NoiseSample.rounds(NoiseKind.STALLS, 6, dose -> dose / 20, dose -> dose / 100, SPREAD));
        rounds.addAll(NoiseSample.rounds(NoiseKind.NEIGHBOUR, 2, STRAIGHT, SEEN, SPREAD));
        TrustBounds trust = trust(NoiseTable.of(rounds, AT, true, 0));
        assertThat(trust.measured()).containsExactly("stealSlope");
        assertThat(trust.stealSlope()).isCloseTo(5, within(0.1));
        assertThat(trust.othersSlope()).isEqualTo(NoiseSample.REFERENCE.othersSlope());
        assertThat(trust.steal()).isEqualTo(NoiseSample.REFERENCE.steal());
    }

    @Test
    void a_disturbance_that_helps_as_often_as_it_hurts_changes_no_bound() {
        List<NoiseRound> rounds = NoiseSample.rounds(
                NoiseKind.NEIGHBOUR, 6, dose -> dose / 4_000, SEEN, pass -> pass % 2 == 0 ? 0.2 : -0.2);
        TrustBounds trust = trust(NoiseTable.of(rounds, AT, true, 0));
        assertThat(trust).isEqualTo(NoiseSample.REFERENCE);
    }

    @Test
    void stalls_of_normal_priority_are_no_steal() {
        List<NoiseRound> rounds =
                NoiseSample.rounds(NoiseKind.STALLS, 6, dose -> dose / 20, dose -> dose / 100, SPREAD);
        assertThat(trust(NoiseTable.of(rounds, AT, false, 0))).isEqualTo(NoiseSample.REFERENCE);
    }

    private static TrustBounds trust(List<Measured> kinds) {
        List<Bound> bounds =
                kinds.stream().flatMap(k -> NoiseBounds.of(k, 0.05).stream()).toList();
        return NoiseTrust.of(kinds, bounds, NoiseSample.REFERENCE);
    }

    private static Measured measured(NoiseKind kind, List<NoiseRound> rounds) {
        Measured measured = NoiseTable.of(rounds, AT, true, 0.06).get(0);
        assertThat(measured.kind()).isEqualTo(kind);
        return measured;
    }

    private static Dose dose(Measured measured, double dose, Place place) {
        return measured.doses().stream()
                .filter(d -> d.dose() == dose && d.place() == place)
                .findFirst()
                .orElseThrow();
    }

    private static Seen seen(Dose dose, Covariate covariate) {
        return dose.seen().stream()
                .filter(s -> s.covariate() == covariate)
                .findFirst()
                .orElseThrow();
    }

    private static Bound bound(List<Bound> bounds, Place place, String figure) {
        return bounds.stream()
                .filter(b -> b.place() == place && b.ofTie() && b.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}
