package anywire.bench.engine.suite;

import anywire.bench.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as people write them. */
final class Rows {
    private Rows() {}

    /**
     * @param transports all services in one process, over one of them
     * @param wirings each service in a process of its own
     * @throws IllegalArgumentException in one line, also for two rows of one name
     */
    static List<Row> of(List<String> transports, List<String> wirings) {
        List<Row> rows = new ArrayList<>();
        transports.forEach(text -> rows.add(Row.parse(text)));
        wirings.forEach(text -> rows.add(Wirings.parse(text)));
        Map<String, Row> byName = new LinkedHashMap<>();
        for (Row row : rows) {
            if (byName.put(row.name(), row) != null) {
                throw new IllegalArgumentException("two rows are called '" + row.name()
                        + "': a transport that is measured twice needs two names, as in tcp, tcp2=tcp");
            }
        }
        Map<String, String> byAddress = new LinkedHashMap<>();
        for (Row row : rows) {
            row.legs().stream()
                    .filter(leg -> !leg.address().isEmpty())
                    .map(leg -> leg.scheme() + "://" + leg.address())
                    .distinct()
                    .forEach(address -> {
                        String other = byAddress.put(address, row.name());
                        if (other != null) {
                            throw new IllegalArgumentException(
                                    "rows '" + other + "' and '" + row.name()
                                            + "' are both at " + address
                                            + ": they would take each other's calls; give each its own, such as a virtual host");
                        }
                    });
        }
        return List.copyOf(rows);
    }
}
