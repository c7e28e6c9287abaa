package anywire.bench.report.export;

import anywire.bench.model.Histograms.Clock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What things are called in files. */
final class ExportNames {
    private ExportNames() {}

    static String of(Clock clock) {
        return clock.name().toLowerCase(Locale.ROOT);
    }

    /** As part of a file's name: whatever it holds, the file stays in its folder. */
    static String inFile(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
