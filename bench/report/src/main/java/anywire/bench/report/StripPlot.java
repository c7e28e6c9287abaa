package anywire.bench.report;

import anywire.bench.model.Figures;
import anywire.bench.report.Piece.Axis;
import anywire.bench.report.Piece.Dot;
import anywire.bench.report.Piece.Scale;
import anywire.bench.report.Piece.Strip;
import anywire.bench.report.Piece.StripRow;
import java.util.stream.DoubleStream;

/** Where the dots of a strip stand. Ratios are on a logarithmic axis: half and twice are equally far from 1. */
record StripPlot(Strip strip, Ruler across) {
    private static final int WIDTH = 720;
    private static final int LEFT = 190;
    private static final int RIGHT = 20;
    private static final int ROW = 26;
    private static final int TOP = 8;
    private static final int BOTTOM = 40;

    static StripPlot of(Strip strip) {
        DoubleStream all = strip.rows().stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        row.dots().stream().mapToDouble(Dot::ratio), DoubleStream.of(row.low95(), row.high95())));
        // 1 and the margin around it are always in sight.
        DoubleStream seen = DoubleStream.concat(all, DoubleStream.of(1 - strip.margin(), 1 + strip.margin()));
        Axis axis = new Axis("times " + strip.reference(), "", Scale.LOG);
        return new StripPlot(strip, Ruler.over(axis, seen, LEFT, WIDTH - RIGHT));
    }

    double y(int row) {
        return TOP + ROW * (row + 0.5);
    }

    static String says(Dot dot) {
        return "generation " + dot.generation() + ", round " + dot.round() + ": " + Figures.ratio(dot.ratio())
                + (dot.disturbed() ? ", disturbed" : "");
    }

    static boolean hasInterval(StripRow row) {
        return row.high95() > 0;
    }

    double marginFrom() {
        return across.at(1 / (1 + strip.margin()));
    }

    double marginTo() {
        return across.at(1 + strip.margin());
    }

    int width() {
        return WIDTH;
    }

    int height() {
        return TOP + ROW * strip.rows().size() + BOTTOM;
    }

    String viewBox() {
        return "0 0 " + WIDTH + " " + height();
    }

    int left() {
        return LEFT;
    }

    int top() {
        return TOP;
    }

    int bottom() {
        return height() - BOTTOM;
    }
}
