package anywire.bench.samples;

import anywire.bench.model.Accounting;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.Cost;
import anywire.bench.model.Latency;
import anywire.bench.model.Machine.Others;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.NoiseRound.Windows;
import anywire.bench.model.Steadiness;
import anywire.bench.model.Traffic;
import anywire.bench.model.TrustBounds;
import anywire.bench.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Made-up rounds of the noise experiment, in which a dose moves logs as a test says. */
public final class NoiseSample {
    public static final Machine MACHINE = new Machine("CPU", 2, "6.1", "halt", "JDK 17", "0.1.0");
    public static final TrustBounds REFERENCE = new TrustBounds(1.25, 7, 0.5, 0.01, 0.05, 0.05, List.of());

    private static final double P50_NANOS = 200_000;
    private static final Latency LAG = new Latency(250, 1_000, 2_000, 3_000, 4_000, 5_000, 1_500);

    private NoiseSample() {}

    /** Other processes use a share of a core beside it. */
    public static Window window(String row, int round, double logOfP50, double othersShare) {
        return window(row, round, logOfP50, othersShare, 0);
    }

    /** @param compilersShare of the window, in the services' process */
    public static Window window(String row, int round, double logOfP50, double othersShare, double compilersShare) {
        long p50 = Math.round(P50_NANOS * Math.exp(logOfP50));
        Latency latency = new Latency(250, p50, 2 * p50, 3 * p50, 4 * p50, 5 * p50, 1.2 * p50);
        long others = Math.round(othersShare * 1e9);
        return new Window(
                round,
                round,
                "authenticate",
                row,
                round * 1_000L,
                1,
                latency,
                latency,
                LAG,
                250,
                new Accounting(250, 250, 250, 0, 0, 0, 0, 0, 250, 0, 0, 0, 0, 0, 0, 0, List.of(), true),
                new Cost(20_000_000, 5_000_000, 250_000, 0, 0, 0),
                new Cost(15_000_000, 5_000_000, 250_000, Math.round(compilersShare * 1e9), 0, 0),
                0,
                0,
                new anywire.bench.model.Machine(
                        1,
                        0,
                        othersShare / 2,
                        new Others(others, others == 0 ? "" : "java", others),
                        Others.NOBODY,
                        1_000_000,
                        5_000_000,
                        Traffic.NONE,
                        List.of()),
                new Steadiness(p50, p50));
    }

    /**
     * Whole passes: what a dose does to a row's log, to others' share of a core and to compilers' share of the window.
     *
     * @param noise by pass, added to the log of whoever is held against the reference
     */
    public static List<NoiseRound> rounds(
            NoiseKind kind, int passes, DoubleUnaryOperator log, DoubleUnaryOperator seen, DoubleUnaryOperator noise) {
        List<NoiseRound> rounds = new ArrayList<>();
        for (int pass = 1; pass <= passes; pass++) {
            for (double dose : kind.doses()) {
                for (Place place : Place.values()) {
                    double one = place == Place.NOWHERE ? 0 : dose;
                    double all = place == Place.ALL_ROWS ? dose : 0;
                    double luck = place == Place.NOWHERE ? 0 : noise.applyAsDouble(pass);
                    rounds.add(new NoiseRound(
                            kind,
                            dose,
                            place,
                            pass,
                            new Windows(
                                    window("tcp", pass, log(all, log), seen(all, seen), seen(all, seen)),
                                    window("tcp-again", pass, log(one, log) + luck, seen(one, seen), seen(one, seen)),
                                    window(
                                            "tcp+15pc",
                                            pass,
                                            Math.log(1.15) + log(one, log) + luck,
                                            seen(one, seen),
                                            seen(one, seen))),
                            place == Place.NOWHERE ? 0 : seen(dose, seen)));
                }
            }
        }
        return rounds;
    }

    private static double log(double dose, DoubleUnaryOperator log) {
        return dose == 0 ? 0 : log.applyAsDouble(dose);
    }

    private static double seen(double dose, DoubleUnaryOperator seen) {
        return dose == 0 ? 0 : seen.applyAsDouble(dose);
    }
}
