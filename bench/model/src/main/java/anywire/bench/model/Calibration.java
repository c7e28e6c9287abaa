package anywire.bench.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The calibration that a run rests on, in short.
 *
 * @param at when it was made; empty if there is none, and then there are no cases either
 * @param differs what was not the same then: {@code kernel}, {@code JDK}; empty on the same machine with the same software
 */
public record Calibration(String at, List<String> differs, List<KnownCase> cases) {
    public static final Calibration NONE = new Calibration("", List.of(), List.of());

    /**
     * @param judged how many figures were held against a bound
     * @param off how many of them were further off than they may be
     * @param worst the one that took most of its bound, in words; of a case without bounds its first figure
     */
    public record KnownCase(String name, int judged, int off, String worst) {
        static KnownCase of(String name, List<CalibrationRow> rows) {
            List<CalibrationRow> judged =
                    rows.stream().filter(CalibrationRow::judged).toList();
            int off = (int) rows.stream().filter(CalibrationRow::off).count();
            Optional<CalibrationRow> worst = judged.stream()
                    .max(Comparator.comparing(CalibrationRow::off).thenComparing(KnownCase::shareOfBound));
            String words = worst.map(KnownCase::againstBound)
                    .orElseGet(() -> rows.get(0).what() + ": "
                            + rows.get(0).unit().text(rows.get(0).measured()));
            return new KnownCase(name, judged.size(), off, words);
        }

        private static double shareOfBound(CalibrationRow row) {
            return row.bound() == 0 ? 0 : Math.abs(row.bias()) / row.bound();
        }

        private static String againstBound(CalibrationRow row) {
            String told =
                    row.unit().text(row.measured()) + " where " + row.unit().text(row.truth()) + " is true";
            return row.what() + ": " + told
                    + (row.bound() == 0 ? "" : ", bound " + row.unit().text(row.bound()));
        }
    }

    public boolean there() {
        return !at.isEmpty();
    }

    public int judged() {
        return cases.stream().mapToInt(KnownCase::judged).sum();
    }

    public int off() {
        return cases.stream().mapToInt(KnownCase::off).sum();
    }
}
