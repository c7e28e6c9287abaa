package anywire.bench.engine.calibrate;

import anywire.bench.engine.calibrate.NoisePasses.Turn;
import anywire.bench.engine.calibrate.NoiseRole.Burn;
import anywire.bench.engine.runner.Disturbance;
import anywire.bench.engine.runner.RowsUnderTest;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.NoiseRound.Windows;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Suite;
import anywire.bench.model.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Rounds of three warm rows that are disturbed in turn. What disturbs is chosen by kind and dose; when, by the seed. */
final class NoisyRounds {
    private static final long STALLS_PERIOD_NANOS = 100_000_000;
    private static final long NEIGHBOUR_PERIOD_NANOS = 10_000_000;
    /** About so long after it was asked for, a window's first call is sent: its sender tries first how punctual it is. */
    private static final long LEAD_NANOS = 40_000_000;

    private final RowsUnderTest rows;
    private final Suite suite;
    private final NoiseProcess noise;
    private final List<Integer> cores;
    private final int servicesCore;
    private final Map<String, Double> p50Nanos;
    private final SplittableRandom random = new SplittableRandom(NoiseRows.SEED);
    private int round;

    /**
     * @param cores all of them
     * @param p50Nanos of each row, left in peace
     */
    NoisyRounds(
            RowsUnderTest rows, Suite suite, NoiseProcess noise, List<Integer> cores, Map<String, Double> p50Nanos) {
        this.rows = rows;
        this.suite = suite;
        this.noise = noise;
        this.cores = cores;
        this.servicesCore = RowsUnderTest.servicesCores(suite.layout()).get(0);
        this.p50Nanos = p50Nanos;
    }

    /**
     * One pass, in which all stand still but for their own windows.
     *
     * @param pass counted from 1
     * @param told before each round
     * @param kept after each round
     */
    void pass(NoiseKind kind, int pass, List<Turn> turns, Consumer<Turn> told, Consumer<NoiseRound> kept)
            throws InterruptedException {
        try (RowsUnderTest.Rounds measuring = rows.rounds(suite, random.nextLong())) {
            for (Turn turn : turns) {
                told.accept(turn);
                kept.accept(round(measuring, kind, turn, pass));
            }
        }
    }

    private NoiseRound round(RowsUnderTest.Rounds measuring, NoiseKind kind, Turn turn, int pass)
            throws InterruptedException {
        Map<String, Window> windows = new HashMap<>();
        double planted = 0;
        for (String row : NoiseRows.order(NoiseRows.ALL, round)) {
            boolean disturbed = turn.place() == Place.ALL_ROWS
                    || (turn.place() == Place.ONE_ROW && !row.equals(NoiseRows.REFERENCE));
            Disturbance meanwhile = disturbed ? disturbance(kind, turn, row) : noise.quiet();
            windows.put(row, measuring.measure(new PlannedWindow(round + 1, NoiseRows.SCENARIO, row), meanwhile));
            if (row.equals(NoiseRows.TIE) && meanwhile instanceof NoiseProcess.Burning burning) {
                planted = burning.coresBurnt() / cores.size();
            }
        }
        round++;
        return new NoiseRound(kind, turn.dose(), turn.place(), pass, windows(windows), planted);
    }

    private static Windows windows(Map<String, Window> of) {
        return new Windows(
                Objects.requireNonNull(of.get(NoiseRows.REFERENCE)),
                Objects.requireNonNull(of.get(NoiseRows.TIE)),
                Objects.requireNonNull(of.get(NoiseRows.KNOWN)));
    }

    private Disturbance disturbance(NoiseKind kind, Turn turn, String row) {
        double dose = turn.dose();
        boolean early = turn.place() == Place.ALL_ROWS;
        return switch (kind) {
            case STALLS ->
                noise.burning(
                        new Burn(cores, true, Math.round(dose * 1e6), STALLS_PERIOD_NANOS, 0, random.nextLong()),
                        early);
            case NEIGHBOUR -> neighbour(dose, early);
            case LUMP -> noise.burning(lump(Math.round(dose * 1e6)), false);
            case LATE -> new Late(Math.round(dose / 100 * Objects.requireNonNull(p50Nanos.get(row))));
            case COLD -> throw new IllegalArgumentException("what is cold can't be made so for a window");
        };
    }

    /** @param percent of the services' first core */
    Disturbance neighbour(double percent, boolean early) {
        long burst = Math.round(percent / 100 * NEIGHBOUR_PERIOD_NANOS);
        return noise.burning(
                new Burn(List.of(servicesCore), false, burst, NEIGHBOUR_PERIOD_NANOS, 0, random.nextLong()), early);
    }

    private Burn lump(long nanos) {
        long room = Math.max(1, NoiseRows.WINDOW.toNanos() - nanos);
        return new Burn(List.of(servicesCore), false, nanos, 0, LEAD_NANOS + random.nextLong(room), 0);
    }

    /** It is asked for with the window, and so of no other one. */
    private final class Late implements Disturbance {
        private final long nanos;
        private final Disturbance beside = noise.quiet();

        private Late(long nanos) {
            this.nanos = nanos;
        }

        @Override
        public long lateNanos() {
            return nanos;
        }

        @Override
        public Set<Long> foreign() {
            return beside.foreign();
        }
    }
}
