package anywire.bench.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.model.Stated;
import anywire.host.Transports;
import anywire.transport.Transport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedFactsTest {
    private static final String GOOD =
            "- {respect: tools, side: pro, text: It has one., source: 'https://example.org/'}";

    private static List<Stated> read(String yaml) {
        return StatedFacts.read("pigeon.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void every_transport_of_anywires_states_something() {
        for (Transport transport : Transports.find().transports()) {
            assertThat(StatedFacts.of(transport)).as(transport.scheme()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void reads_what_stands_there() {
        assertThat(read(GOOD)).containsExactly(new Stated("tools", "pro", "It has one.", "https://example.org/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "respect: tools > respect: tolos > respect 'tolos' is not one of latency, latency-far",
                "side: pro > side: good > side 'good' is not one of pro, con, neither",
                "https://example.org/ > http://example.org/ > is no address that begins with https://",
                "https://example.org/ > pigeons > source 'pigeons' is no address",
                "source: > sauce: > is no list of respect, side, text and source",
                "text: It has one. > text: > is no list of respect, side, text and source"
            })
    void says_what_is_wrong(String what, String instead, String told) {
        assertThatThrownBy(() -> read(GOOD.replace(what, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pigeon.yaml")
                .hasMessageContaining(told);
    }
}
