package anywire.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text laid out for a terminal. */
final class Wrapped {
    private Wrapped() {}

    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The first column to the left, the others to the right. */
    static List<String> columns(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(i -> rows.stream().mapToInt(r -> r.get(i).length()).max().orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                String gap = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + gap : "  " + gap + row.get(i));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
