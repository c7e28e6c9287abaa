package anywire.bench.suite;

import anywire.bench.run.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as people write them. */
final class Rows {
    private Rows() {}

    /** @throws IllegalArgumentException in one line, also for two rows of one name */
    static List<Row> of(List<String> texts) {
        Map<String, Row> byName = new LinkedHashMap<>();
        for (String text : texts) {
            Row row = Row.parse(text);
            if (byName.put(row.name(), row) != null) {
                throw new IllegalArgumentException("two rows are called '" + row.name()
                        + "': a transport that is measured twice needs two names, as in tcp, tcp2=tcp");
            }
        }
        return List.copyOf(byName.values());
    }
}
