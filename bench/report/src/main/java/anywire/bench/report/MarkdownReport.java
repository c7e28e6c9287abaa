package anywire.bench.report;

import anywire.bench.model.Figures;
import anywire.bench.report.Piece.Advisor;
import anywire.bench.report.Piece.Bullets;
import anywire.bench.report.Piece.Chart;
import anywire.bench.report.Piece.Code;
import anywire.bench.report.Piece.Entry;
import anywire.bench.report.Piece.Finding;
import anywire.bench.report.Piece.Findings;
import anywire.bench.report.Piece.Line;
import anywire.bench.report.Piece.Strip;
import anywire.bench.report.Piece.Table;
import anywire.bench.report.Piece.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page as GitHub's Markdown. Names can't smuggle markup in. */
final class MarkdownReport {
    /** Of a chart over seconds: where its values are told. */
    private static final List<Double> MOMENTS = List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);

    private static final List<Double> RANKS = List.of(0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999);

    /** What {@link #allEscaped} would change. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*|\\[\\]_&<>\\t\\n\\x0B\\f\\r]|  ");

    private MarkdownReport() {}

    /** @param drawings names of files beside it, of those pieces that are drawn */
    static String render(ReportPage page, Map<Piece, String> drawings) {
        StringBuilder out = new StringBuilder("# " + escaped(page.title()) + "\n");
        for (Section section : page.sections()) {
            out.append("\n## ").append(escaped(section.heading())).append("\n");
            for (Piece piece : section.pieces()) {
                String file = drawings.get(piece);
                out.append(file == null ? "" : "\n![" + escaped(section.heading()) + "](" + file + ")\n");
                out.append(piece instanceof Advisor ? "" : "\n" + piece(piece));
            }
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
        if (piece instanceof Findings findings) {
            return "### " + escaped(findings.caption()) + "\n\n"
                    + findings.findings().stream().map(MarkdownReport::finding).collect(Collectors.joining());
        }
        if (piece instanceof Strip strip) {
            return paragraph(strip.caption()) + ".\n";
        }
        return piece instanceof Chart chart ? table(figures(chart)) : table((Table) piece);
    }

    private static String finding(Finding finding) {
        return "- `" + finding.mark() + "` **" + escaped(finding.about()) + "**: " + escaped(finding.text()) + " ("
                + escaped(finding.evidence()) + ")\n";
    }

    /** The values of its lines at some places: all of them are in the page. */
    private static Table figures(Chart chart) {
        Plot plot = Plot.of(chart);
        List<Double> xs = plot.xs();
        double last = xs.isEmpty() ? 0 : xs.get(xs.size() - 1);
        List<Double> at = switch (chart.across().scale()) {
            case LINEAR -> MOMENTS.stream().filter(x -> x <= last).toList();
            case RANK -> RANKS.stream().filter(x -> x <= last).toList();
            case LOG -> xs;
        };
        return new Table(
                chart.caption() + ": " + Plot.title(chart.up()),
                Stream.concat(Stream.of(chart.across().name()), at.stream().map(plot::label))
                        .toList(),
                chart.lines().stream().map(line -> row(line, at)).toList());
    }

    private static List<Entry> row(Line line, List<Double> at) {
        List<Entry> entries = new ArrayList<>(List.of(Entry.of(line.name())));
        for (double x : at) {
            entries.add(Entry.of(line.points().stream()
                    .filter(point -> point.x() >= x - 1e-9)
                    .findFirst()
                    .map(point -> point.y() == 0 ? "0" : Figures.threeDigits(point.y()))
                    .orElse(Shown.NONE)));
        }
        return entries;
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
        return SPECIAL.matcher(text).find() ? allEscaped(text) : text;
    }

    private static String allEscaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*|\\[\\]])", "\\\\$1")
                .replaceAll("(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\\\\_")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
