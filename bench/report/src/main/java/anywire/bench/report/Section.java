package anywire.bench.report;

import anywire.bench.report.Piece.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** @param id what links name it by: letters, digits and hyphens, one section's alone */
record Section(String id, String heading, List<Piece> pieces) {

    /** Named by its heading. */
    static Builder titled(String heading) {
        return titled(heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), heading);
    }

    static Builder titled(String id, String heading) {
        return new Builder(id, heading);
    }

    static List<Entry> row(String... texts) {
        return Arrays.stream(texts).map(Entry::of).toList();
    }

    static final class Builder {
        private final String id;
        private final String heading;
        private final List<Piece> pieces = new ArrayList<>();

        private Builder(String id, String heading) {
            this.id = id;
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

        /** Left out where there are none. */
        Builder findings(String row, String caption, List<Piece.Finding> findings) {
            if (!findings.isEmpty()) {
                pieces.add(new Piece.Findings(row, caption, List.copyOf(findings)));
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

        /** Left out where it has no dots. */
        Builder strip(Piece.Strip strip) {
            if (!strip.rows().isEmpty()) {
                pieces.add(strip);
            }
            return this;
        }

        Builder advisor(Piece.Advisor advisor) {
            pieces.add(advisor);
            return this;
        }

        Section build() {
            return new Section(id, heading, List.copyOf(pieces));
        }
    }
}
