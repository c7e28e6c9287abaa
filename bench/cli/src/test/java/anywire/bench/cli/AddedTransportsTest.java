package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.suite.SuiteFiles;
import anywire.bench.model.Row;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedTransportsTest {
    /** A process serves one leg. */
    @ParameterizedTest
    @CsvSource({"quick, 1", "steps, 4"})
    void an_added_transport_has_as_many_processes_as_what_it_is_compared_with(String suite, int processes)
            throws Exception {
        List<Row> rows = SuiteFiles.load(suite).rows();
        Row http = rows.stream()
                .filter(row -> row.name().equals("http"))
                .findFirst()
                .orElseThrow();

        Row added = AddedTransports.rowAmong(rows, "mine");

        assertThat(added.legs()).hasSize(processes).hasSameSizeAs(http.legs());
        assertThat(added.schemes()).containsExactly("mine");
    }
}
