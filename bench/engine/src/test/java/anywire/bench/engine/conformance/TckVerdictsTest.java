package anywire.bench.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.model.Tested;
import anywire.host.Transports;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What reports cite of the TCK must be what the TCK says when Anywire is built. {@code -Danywire.tck=write} writes it anew,
 * from all that was built before.
 */
class TckVerdictsTest {
    private static final Path CITED = Path.of("src/main/resources/anywire/bench/engine/conformance/tck.txt");
    private static final Pattern LINE = Pattern.compile("\"[^\"]*\",([A-Z_]+),\"([^\"]*)\",(PASSED|FAILED),.*");

    @Test
    void cites_what_the_build_found() throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> tried = new TreeSet<>();
        for (Path table : tables()) {
            String under = table.getFileName().toString().replace(".csv", "");
            tried.add(under);
            Files.readAllLines(table).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(m -> found.add(under + " | " + m.group(1) + " | " + m.group(3) + " | " + m.group(2)));
        }
        assumeThat(tried)
                .as("what the transports' own tests found, where they ran")
                .isNotEmpty();
        if ("write".equals(System.getProperty("anywire.tck"))) {
            Files.write(CITED, found);
        }
        // Where there is no RabbitMQ, or one module alone is built, less was tried.
        assertThat(found)
                .as("what mvn verify found last, against " + CITED)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(CITED).stream()
                        .filter(line -> tried.contains(line.split(" \\| ", -1)[0]))
                        .toList());
    }

    private static List<Path> tables() throws IOException {
        List<Path> tables = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("..", "..", "transports"))) {
            for (Path module : modules.toList()) {
                Path folder = module.resolve("target/tck");
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> its = Files.list(folder)) {
                        its.filter(file -> file.toString().endsWith(".csv")).forEach(tables::add);
                    }
                }
            }
        }
        return tables;
    }

    @Test
    void knows_every_guarantee_of_anywires_own_transports() {
        for (Transport transport : Transports.find().transports()) {
            Endpoint endpoint = Endpoint.loopback(transport);
            assertThat(TckVerdicts.of(transport, endpoint, transport.guarantees(endpoint)))
                    .as(transport.scheme())
                    .hasSize(16)
                    .noneMatch(tested -> tested.outcome() == Tested.Outcome.BROKEN);
        }
    }

    @Test
    void takes_the_options_that_have_most_in_common() {
        Set<String> tried = Set.of("udp", "udp,exchange=raw", "udp,seal=hmac,io=nio");
        assertThat(TckVerdicts.nearest("udp,exchange=raw,io=nio", tried)).contains("udp,exchange=raw");
        assertThat(TckVerdicts.nearest("udp,maxInFlight=9", tried)).contains("udp");
        assertThat(TckVerdicts.nearest("udp,seal=hmac,io=nio", tried)).contains("udp,seal=hmac,io=nio");
        assertThat(TckVerdicts.nearest("udp", Set.of())).isEmpty();
    }

    @Test
    void what_is_not_promised_is_not_looked_up() {
        Transport tcp = Transports.find().get("tcp");
        Endpoint endpoint = Endpoint.loopback(tcp);
        assertThat(TckVerdicts.of(tcp, endpoint, tcp.guarantees(endpoint)))
                .filteredOn(tested -> tested.guarantee().equals("ENCRYPTED"))
                .singleElement()
                .satisfies(tested -> {
                    assertThat(tested.outcome()).isEqualTo(Tested.Outcome.NOT_PROMISED);
                    assertThat(tested.checks()).isEmpty();
                });
    }
}
