package anywire.bench.report;

import java.util.List;

/** What a section is made of. All text is plain: whoever draws it escapes it. */
sealed interface Piece {
    record Text(String text) implements Piece {}

    record Bullets(List<String> items) implements Piece {}

    /** Shown letter by letter. */
    record Code(String text) implements Piece {}

    /** The first column is the row's name; the others are figures or words. */
    record Table(String caption, List<String> heads, List<List<Entry>> rows) implements Piece {}

    /** What speaks for something and against it. */
    record Findings(String caption, List<Finding> findings) implements Piece {}

    /**
     * One of them, with where it is from.
     *
     * @param mark {@code +}, {@code -}, {@code =} or {@code ?}
     * @param about in what respect
     * @param evidence how it is known, in words
     * @param link an address, or {@code #} and a section's id
     */
    record Finding(String mark, Tone tone, String about, String text, String evidence, String link) {}

    /** Lines over one axis. */
    record Chart(String caption, String across, String up, List<Line> lines) implements Piece {}

    record Line(String name, List<Point> points) {}

    record Point(double x, double y) {}

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
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
