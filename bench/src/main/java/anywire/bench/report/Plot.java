package anywire.bench.report;

import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Point;
import anywire.bench.run.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a chart's lines and words stand, in the units of its drawing. */
record Plot(Chart chart, double xMax, double yMax) {
    static final int WIDTH = 720;
    static final int HEIGHT = 280;
    private static final int LEFT = 70;
    private static final int RIGHT = 10;
    private static final int TOP = 10;
    private static final int BOTTOM = 40;
    private static final int TICKS = 4;

    /** A label and where it stands. */
    record Tick(double at, String label) {}

    static Plot of(Chart chart) {
        double xMax = 0;
        double yMax = 0;
        for (Line line : chart.lines()) {
            for (Point point : line.points()) {
                xMax = Math.max(xMax, point.x());
                yMax = Math.max(yMax, point.y());
            }
        }
        return new Plot(chart, round(xMax), round(yMax));
    }

    /** Up to what an axis goes: a number that divides well by four. */
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

    String path(Line line) {
        return line.points().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining(" "));
    }

    List<Tick> xTicks() {
        return ticks(xMax, true);
    }

    List<Tick> yTicks() {
        return ticks(yMax, false);
    }

    private List<Tick> ticks(double max, boolean across) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            double value = max * i / TICKS;
            ticks.add(new Tick(across ? x(value) : y(value), value == 0 ? "0" : Figures.threeDigits(value)));
        }
        return ticks;
    }

    private double x(double value) {
        return LEFT + value / xMax * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / yMax * (HEIGHT - BOTTOM - TOP);
    }

    String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    int left() {
        return LEFT;
    }

    int right() {
        return WIDTH - RIGHT;
    }

    int bottom() {
        return HEIGHT - BOTTOM;
    }
}
