package anywire.bench.report;

import anywire.bench.report.Piece.Bullets;
import anywire.bench.report.Piece.Code;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Table;
import anywire.bench.report.Piece.Text;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A page as GitHub's Markdown. Names can't smuggle markup in. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String render(Page page) {
        StringBuilder out = new StringBuilder("# " + escaped(page.title()) + "\n");
        for (Section section : page.sections()) {
            out.append("\n## ").append(escaped(section.heading())).append("\n");
            section.pieces().forEach(piece -> out.append("\n").append(piece(piece)));
        }
        return out.toString();
    }

    private static String piece(Piece piece) {
        if (piece instanceof Text text) {
            return paragraph(text.text()) + "\n";
        }
        if (piece instanceof Bullets bullets) {
            return bullets.items().stream().map(i -> "- " + paragraph(i) + "\n").collect(Collectors.joining());
        }
        if (piece instanceof Code code) {
            String fence = fence(code.text());
            return fence + "text\n" + code.text() + "\n" + fence + "\n";
        }
        return table((Table) piece);
    }

    /** Longer than any in the text. */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private static String table(Table table) {
        String caption = table.caption().isEmpty() ? "" : paragraph(table.caption()) + ":\n\n";
        List<String> rules = Collections.nCopies(table.heads().size(), "---");
        return caption
                + row(table.heads().stream().map(MarkdownReport::escaped).toList())
                + row(rules)
                + table.rows().stream()
                        .map(r -> row(r.stream()
                                .map(Entry::text)
                                .map(MarkdownReport::escaped)
                                .toList()))
                        .collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Also keeps the first sign from making a heading, a quote, a list or a rule. */
    private static String paragraph(String text) {
        return escaped(text).replaceFirst("^([#+=-])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }

    static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*|\\[\\]])", "\\\\$1")
                .replaceAll("(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\\\\_")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
