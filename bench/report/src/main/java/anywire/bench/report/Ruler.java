package anywire.bench.report;

import anywire.bench.model.Figures;
import anywire.bench.report.Piece.Axis;
import anywire.bench.report.Piece.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis laid out on a drawing.
 *
 * @param from the value at its start, placed as its scale has it
 * @param start where that is in the drawing; {@code end} may lie before it, as it does for an axis that goes up
 */
record Ruler(Axis axis, double from, double to, double start, double end) {
    private static final int STEPS = 4;
    private static final int MANY_DECADES = 2;
    private static final double[] NINES = {0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999};

    /** A label and where it stands. */
    record Tick(double at, String label) {}

    /** Wide enough for all values that its scale can show. */
    static Ruler over(Axis axis, DoubleStream values, double start, double end) {
        double[] placed = values.filter(v -> shows(axis.scale(), v))
                .map(v -> place(axis, v))
                .sorted()
                .toArray();
        if (placed.length == 0) {
            return new Ruler(axis, 0, 1, start, end);
        }
        double last = placed[placed.length - 1];
        return switch (axis.scale()) {
            case LINEAR -> new Ruler(axis, 0, round(last), start, end);
            case LOG -> new Ruler(axis, below(placed[0]), Math.max(above(last), below(placed[0]) + 0.1), start, end);
            case RANK -> new Ruler(axis, 0, Math.max(last, 1), start, end);
        };
    }

    static boolean shows(Scale scale, double value) {
        return switch (scale) {
            case LINEAR -> value >= 0;
            case LOG -> value > 0;
            case RANK -> value >= 0 && value < 1;
        };
    }

    private static double place(Axis axis, double value) {
        return switch (axis.scale()) {
            case LINEAR -> value;
            case LOG -> Math.log10(value);
            case RANK -> -Math.log10(1 - value);
        };
    }

    /** Up to what a linear axis goes: a number that divides well by four. */
    private static double round(double max) {
        if (max <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(max)));
        for (double step : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10}) {
            if (max <= step * power) {
                return step * power;
            }
        }
        return max;
    }

    /** The next of 1, 2, 5 and their tens below, as a logarithm. */
    private static double below(double log) {
        double decade = Math.floor(log);
        double rest = log - decade;
        return decade + (rest >= Math.log10(5) ? Math.log10(5) : rest >= Math.log10(2) ? Math.log10(2) : 0);
    }

    private static double above(double log) {
        double decade = Math.floor(log);
        double rest = log - decade;
        return decade
                + (rest <= 0 ? 0 : rest <= Math.log10(2) ? Math.log10(2) : rest <= Math.log10(5) ? Math.log10(5) : 1);
    }

    double at(double value) {
        return start + (place(axis, value) - from) / (to - from) * (end - start);
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (double value : marked()) {
            ticks.add(new Tick(at(value), label(axis, value)));
        }
        return ticks;
    }

    private double[] marked() {
        return switch (axis.scale()) {
            case LINEAR ->
                DoubleStream.iterate(0, i -> i <= STEPS, i -> i + 1)
                        .map(i -> to * i / STEPS)
                        .toArray();
            case LOG -> decades();
            case RANK ->
                DoubleStream.of(NINES).filter(v -> place(axis, v) <= to + 1e-9).toArray();
        };
    }

    /** 1, 2, 5 of each decade; of many decades, 1 alone. */
    private double[] decades() {
        double[] of = to - from > MANY_DECADES ? new double[] {1} : new double[] {1, 2, 5};
        DoubleStream.Builder all = DoubleStream.builder();
        for (int decade = (int) Math.floor(from); decade <= to; decade++) {
            for (double digit : of) {
                double log = decade + Math.log10(digit);
                if (log >= from - 1e-9 && log <= to + 1e-9) {
                    all.add(digit * Math.pow(10, decade));
                }
            }
        }
        return all.build().toArray();
    }

    /** As people read it, without the unit. */
    static String label(Axis axis, double value) {
        if (axis.scale() == Scale.RANK) {
            // A digit for each nine, so that 99.99 % is not 100 %.
            int digits = 1 + (int) Math.floor(-Math.log10(1 - value) + 1e-9);
            return plain(BigDecimal.valueOf(value * 100).setScale(digits, RoundingMode.HALF_UP)) + " %";
        }
        if (value >= 1 && value == Math.rint(value)) {
            return Figures.whole(value);
        }
        return value >= 1
                ? Figures.threeDigits(value)
                : plain(BigDecimal.valueOf(value).round(new MathContext(2)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
