package anywire.bench.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A page as one file that loads nothing: its style sheet and its scripts are inside, and the content policy knows them by
 * their hashes. What the scripts do can be done without: they make plots that answer to a pointer out of tables that are
 * there anyway, and a form out of what {@code anywire advise} does on a terminal.
 */
final class HtmlReport {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String PLOT_CSS = resource("plot.css");
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /** What stands inside the page beside its text. */
    record Inlined(String css, List<String> scripts) {
        /** What a browser may run and load: this, and nothing else. */
        String policy() {
            return "default-src 'none'; style-src " + hash(css) + "; script-src "
                    + scripts.stream().map(Inlined::hash).collect(Collectors.joining(" "))
                    + "; base-uri 'none'; form-action 'none'";
        }

        private static String hash(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    static String render(ReportPage page) {
        Inlined inlined = new Inlined(
                resource(UPLOT + "uPlot.min.css") + PLOT_CSS + resource("report.css"),
                List.of(resource(UPLOT + "uPlot.iife.min.js"), resource("report.js")));
        return drawn("report.jte", Map.of("page", page, "inlined", inlined));
    }

    /** A number and its unit are not parted. */
    static String together(String text) {
        return text.replaceAll("(?<=\\d) (?=(µs|ms|s|B|MB|%)\\b|%)", "\u00a0");
    }

    /** A chart or a strip as a file of its own; nothing for any other piece. */
    static String svg(Piece piece) {
        if (piece instanceof Piece.Chart chart) {
            return drawn("plot.jte", Map.of("plot", Plot.of(chart), "css", PLOT_CSS));
        }
        return piece instanceof Piece.Strip strip
                ? drawn("strip.jte", Map.of("plot", StripPlot.of(strip), "css", PLOT_CSS))
                : "";
    }

    private static String drawn(String template, Map<String, Object> parameters) {
        StringOutput out = new StringOutput();
        ENGINE.render(template, parameters, out);
        return out.toString();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
