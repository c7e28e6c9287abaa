package anywire.bench.report;

import java.util.List;
import java.util.Locale;

/** What a section is made of. All text is plain: whoever draws it escapes it. */
sealed interface Piece {
    record Text(String text) implements Piece {}

    record Bullets(List<String> items) implements Piece {}

    /** Shown letter by letter. */
    record Code(String text) implements Piece {}

    /** The first column is the row's name; the others are figures or words. */
    record Table(String caption, List<String> heads, List<List<Entry>> rows) implements Piece {}

    /**
     * What speaks for something and against it.
     *
     * @param row that they are of
     */
    record Findings(String row, String caption, List<Finding> findings) implements Piece {}

    /**
     * One of them, with where it is from.
     *
     * @param mark {@code +}, {@code -}, {@code =} or {@code ?}
     * @param respect that {@code about} says in words
     * @param evidence how it is known, in words
     * @param link an address, or {@code #} and a section's id
     */
    record Finding(String mark, Tone tone, String respect, String about, String text, String evidence, String link) {}

    /** Lines over one axis. */
    record Chart(String caption, Axis across, Axis up, List<Line> lines) implements Piece {}

    /** @param unit of its values; empty for a rank, which is a share */
    record Axis(String name, String unit, Scale scale) {}

    enum Scale {
        /** From 0. */
        LINEAR,
        /** Values are above 0. */
        LOG,
        /**
         * A value is the share of all that lie at or below: 0.99. Each further nine takes the same length, as
         * HdrHistogram's plots have it.
         */
        RANK;

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param colour the same for one row all over a report: its place in the suite */
    record Line(String name, int colour, List<Point> points) {}

    record Point(double x, double y) {}

    /**
     * Each generation's ratio, as a dot on its row's line.
     *
     * @param margin inside which a difference does not matter: 0.05
     */
    record Strip(String caption, String reference, double margin, List<StripRow> rows) implements Piece {}

    /** @param low95 of the interval; 0 where there is none */
    record StripRow(String name, int colour, double low95, double high95, List<Dot> dots) {}

    /** @param disturbed hollow */
    record Dot(int generation, int round, double ratio, boolean disturbed) {}

    /**
     * A form that ranks transports by what somebody needs.
     *
     * @param standings what it ranks by, as JSON that is safe inside a page
     */
    record Advisor(List<Choice> wishes, List<Choice> works, List<Choice> networks, String standings) implements Piece {}

    record Choice(String word, String text, boolean chosen) {}

    /** @param link where it is from: an address, or {@code #} and a section's id; or empty */
    record Entry(String text, Tone tone, String link) {
        Entry(String text, Tone tone) {
            this(text, tone, "");
        }

        static Entry of(String text) {
            return new Entry(text, Tone.PLAIN);
        }
    }

    /** How an entry should strike a reader who sees colours; the text says it too. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD,
        FAINT;

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
