package anywire.bench.report;

import anywire.bench.model.Figures;
import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Where a chart's lines and words stand, in the units of its drawing; and its figures as a table. */
record Plot(Chart chart, Ruler across, Ruler up) {
    /** What a file of its own says that it is; in a page nobody asks. */
    static final String SVG = "http://www.w3.org/2000/svg";

    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final int COLOURS = 8;
    private static final int DASHES = 4;

    static Plot of(Chart chart) {
        return new Plot(
                chart,
                Ruler.over(chart.across(), values(chart, Point::x), LEFT, WIDTH - RIGHT),
                Ruler.over(chart.up(), values(chart, Point::y), HEIGHT - BOTTOM, TOP));
    }

    private static DoubleStream values(Chart chart, ToDoubleFunction<Point> value) {
        return chart.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(value);
    }

    /** What can't be shown on an axis is left out. */
    String path(Line line) {
        return line.points().stream()
                .filter(p -> Ruler.shows(chart.across().scale(), p.x()))
                .filter(p -> Ruler.shows(chart.up().scale(), p.y()))
                .map(p -> number(across.at(p.x())) + "," + number(up.at(p.y())))
                .collect(Collectors.joining(" "));
    }

    /** For a style sheet: a colour, and beyond these a dash too. */
    static String css(int colour) {
        return "s" + colour % COLOURS + (colour < COLOURS ? "" : " d" + colour / COLOURS % DASHES);
    }

    /** As in {@code 1,000/s} or {@code p50 (µs)}. */
    static String title(Piece.Axis axis) {
        return axis.unit().isEmpty() ? axis.name() : axis.name() + " (" + axis.unit() + ")";
    }

    /** Every x that some line has, in order. */
    List<Double> xs() {
        return values(chart, Point::x).sorted().distinct().boxed().toList();
    }

    String label(double x) {
        return Ruler.label(chart.across(), x);
    }

    /** Its value there, in {@link Piece.Axis#unit}; empty where it has none. */
    static String value(Line line, double x) {
        return line.points().stream()
                .filter(p -> p.x() == x)
                .findFirst()
                .map(p -> p.y() == 0 ? "0" : Figures.threeDigits(p.y()))
                .orElse("");
    }

    /** The lines' last values, for those who read no colours: from the top. */
    List<Line> fromTheTop() {
        List<Line> lines = new ArrayList<>(chart.lines());
        lines.sort(Comparator.comparingDouble((Line line) -> line.points().isEmpty()
                        ? 0
                        : line.points().get(line.points().size() - 1).y())
                .reversed());
        return lines;
    }

    static String number(double value) {
        return Figures.fixed(value, 1);
    }

    String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    int width() {
        return WIDTH;
    }

    int height() {
        return HEIGHT;
    }

    int left() {
        return LEFT;
    }

    int right() {
        return WIDTH - RIGHT;
    }

    int top() {
        return TOP;
    }

    int bottom() {
        return HEIGHT - BOTTOM;
    }
}
