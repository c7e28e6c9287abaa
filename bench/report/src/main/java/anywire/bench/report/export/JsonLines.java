package anywire.bench.report.export;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class JsonLines {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    private JsonLines() {}

    static String text(List<ExportRow> rows) {
        return rows.stream().map(row -> MAPPER.writeValueAsString(row) + "\n").collect(Collectors.joining());
    }
}
