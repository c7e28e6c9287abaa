package anywire.bench.report.export;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values as RFC 4180 has them: a head, CRLF, quotes where a value holds a comma, a quote or a line's end. */
final class Csv {
    private static final String LINE_END = "\r\n";

    private Csv() {}

    static String text(List<ExportRow> rows) {
        String head = Arrays.stream(ExportRow.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(","));
        return head + LINE_END + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(ExportRow r) {
        return Stream.of(
                                r.scenario(),
                                r.transport(),
                                r.generation(),
                                r.round(),
                                r.clock(),
                                r.count(),
                                r.p50Nanos(),
                                r.p90Nanos(),
                                r.p99Nanos(),
                                r.p999Nanos(),
                                r.maxNanos(),
                                plain(r.meanNanos()),
                                plain(r.perSecond()))
                        .map(value -> quoted(String.valueOf(value)))
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    /** All digits, no exponent. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    static String quoted(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}
