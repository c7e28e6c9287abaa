package anywire.bench.engine.calibrate;

import anywire.bench.engine.runner.Disturbance;
import anywire.bench.engine.runner.RowsUnderTest;
import anywire.bench.model.NoiseKind;
import anywire.bench.model.NoiseRound;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.NoiseRound.Windows;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Row;
import anywire.bench.model.Suite;
import anywire.bench.model.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fresh processes of each row that were warmed for too short a time, beside those that had their full time. Every round has a
 * window of each of the six, and so says what is cold in one row, in all rows, and in none.
 */
final class ColdRounds {
    private final RowsUnderTest rows;
    private final Suite warm;
    private final Disturbance quiet;

    /** @param warm the rows that are there, and warm */
    ColdRounds(RowsUnderTest rows, Suite warm, Disturbance quiet) {
        this.rows = rows;
        this.warm = warm;
        this.quiet = quiet;
    }

    /** Three for each round. @param seconds of warm-up */
    List<NoiseRound> measure(double seconds, int passes) throws InterruptedException {
        List<Row> cold = warm.rows().stream()
                .map(row -> row.planted(cold(row.name()), row.plantedMicros()))
                .toList();
        List<String> names = cold.stream().map(Row::name).toList();
        Suite both = warm.rows(joined(warm.rows(), cold));
        var ignored = rows.start(both.warmedFor(Duration.ofNanos(Math.round(seconds * 1e9))), names);
        List<NoiseRound> measured = new ArrayList<>();
        try (RowsUnderTest.Rounds measuring = rows.rounds(both, NoiseRows.SEED + Math.round(seconds))) {
            for (int pass = 1; pass <= passes; pass++) {
                Map<String, Window> windows = new HashMap<>();
                for (String row : NoiseRows.order(both.transports(), pass - 1)) {
                    windows.put(row, measuring.measure(new PlannedWindow(pass, NoiseRows.SCENARIO, row), quiet));
                }
                measured.addAll(rounds(seconds, pass, windows));
            }
        } finally {
            rows.end(names);
        }
        return measured;
    }

    private static List<NoiseRound> rounds(double seconds, int pass, Map<String, Window> windows) {
        return List.of(
                round(seconds, Place.NOWHERE, pass, windows, false, false),
                round(seconds, Place.ONE_ROW, pass, windows, false, true),
                round(seconds, Place.ALL_ROWS, pass, windows, true, true));
    }

    private static NoiseRound round(
            double seconds, Place place, int pass, Map<String, Window> of, boolean coldReference, boolean coldOthers) {
        return new NoiseRound(
                NoiseKind.COLD,
                seconds,
                place,
                pass,
                new Windows(
                        window(of, NoiseRows.REFERENCE, coldReference),
                        window(of, NoiseRows.TIE, coldOthers),
                        window(of, NoiseRows.KNOWN, coldOthers)),
                0);
    }

    private static Window window(Map<String, Window> of, String row, boolean isCold) {
        return Objects.requireNonNull(of.get(isCold ? cold(row) : row));
    }

    private static String cold(String row) {
        return row + "-cold";
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
