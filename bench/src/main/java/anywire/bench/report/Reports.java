package anywire.bench.report;

import anywire.bench.run.Analysis;
import anywire.bench.run.Run;
import java.util.function.BiConsumer;

/** The reports of a run. */
public final class Reports {
    private Reports() {}

    /** @param writer takes a file's name and its text: {@code folder::writeText} */
    public static void write(BiConsumer<String, String> writer, Run run, Analysis analysis) {
        Page page = Page.of(run, analysis);
        writer.accept("report.md", MarkdownReport.render(page));
        writer.accept("report.html", HtmlReport.render(page));
    }
}
