package anywire.bench.report;

import anywire.bench.report.Piece.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

record Section(String heading, List<Piece> pieces) {

    static Builder titled(String heading) {
        return new Builder(heading);
    }

    static List<Entry> row(String... texts) {
        return Arrays.stream(texts).map(Entry::of).toList();
    }

    static final class Builder {
        private final String heading;
        private final List<Piece> pieces = new ArrayList<>();

        private Builder(String heading) {
            this.heading = heading;
        }

        /** Left out where it is empty. */
        Builder text(String text) {
            if (!text.isBlank()) {
                pieces.add(new Piece.Text(text));
            }
            return this;
        }

        /** Left out where there are none. */
        Builder bullets(List<String> items) {
            if (!items.isEmpty()) {
                pieces.add(new Piece.Bullets(List.copyOf(items)));
            }
            return this;
        }

        Builder code(String text) {
            pieces.add(new Piece.Code(text));
            return this;
        }

        /** Left out where it has no rows. */
        Builder table(String caption, List<String> heads, List<List<Entry>> rows) {
            if (!rows.isEmpty()) {
                pieces.add(new Piece.Table(caption, heads, List.copyOf(rows)));
            }
            return this;
        }

        /** Left out where nothing is above 0. */
        Builder chart(Piece.Chart chart) {
            boolean empty = chart.lines().stream()
                    .flatMap(line -> line.points().stream())
                    .allMatch(point -> point.y() <= 0);
            if (!empty) {
                pieces.add(chart);
            }
            return this;
        }

        Section build() {
            return new Section(heading, List.copyOf(pieces));
        }
    }
}
