package anywire.bench.report;

import anywire.bench.model.Analysis;
import anywire.bench.model.Run;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** The reports of a run. */
public final class Reports {
    private Reports() {}

    /**
     * {@code report.html}, which stands alone; {@code report.md}, with its plots as SVG files beside it.
     *
     * @param writer takes a file's name and its text: {@code folder::writeText}
     */
    public static void write(BiConsumer<String, String> writer, Run run, Analysis analysis) {
        ReportPage page = ReportPage.of(run, analysis);
        // Side by side: of hundreds of scenarios each takes its time.
        CompletableFuture<String> html = CompletableFuture.supplyAsync(() -> HtmlReport.render(page));
        Map<Piece, String> drawings = new IdentityHashMap<>();
        for (Section section : page.sections()) {
            int number = 0;
            for (Piece piece : section.pieces()) {
                String svg = HtmlReport.svg(piece);
                if (!svg.isEmpty()) {
                    String file = section.id() + "-" + ++number + ".svg";
                    writer.accept(file, svg);
                    drawings.put(piece, file);
                }
            }
        }
        writer.accept("report.md", MarkdownReport.render(page, drawings));
        writer.accept("report.html", html.join());
    }
}
