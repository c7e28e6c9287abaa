package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.driver.Protocol.Connected;
import anywire.bench.engine.suite.Wirings;
import anywire.bench.model.Row;
import anywire.bench.model.TransportFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static TransportFacts of(Row row) {
        return Facts.of(row, new Connected(Map.of(), Map.of(), "", 0, 0, List.of()));
    }

    @Test
    void a_wiring_over_one_transport_is_known_by_what_is_known_of_that() {
        TransportFacts transport = of(Row.parse("tcp"));
        TransportFacts wiring = of(Wirings.parse("tcp"));
        assertThat(Wirings.parse("tcp").legs()).hasSizeGreaterThan(1);
        assertThat(transport.stated()).isNotEmpty();
        assertThat(wiring.stated()).isEqualTo(transport.stated());
        assertThat(wiring.tested()).isEqualTo(transport.tested());
        assertThat(wiring.options()).isEqualTo(transport.options());
        assertThat(wiring.guarantees()).isEqualTo(transport.guarantees());
    }

    @Test
    void a_wiring_over_several_says_whose_each_option_is_and_has_no_verdict_as_a_whole() {
        TransportFacts mixed = of(Wirings.parse("mine=http+notify:tcp"));
        assertThat(mixed.stated()).isEmpty();
        assertThat(mixed.tested()).isEmpty();
        assertThat(mixed.options()).containsKeys("http acks", "tcp acks");
        assertThat(mixed.guarantees()).allMatch(promise -> promise.startsWith("http ") || promise.startsWith("tcp "));
    }

    @Test
    void a_row_is_called_what_its_transport_calls_itself() {
        assertThat(of(Row.parse("http")).label()).isEqualTo("http (okhttp)");
        assertThat(of(Row.parse("mine=http?client=netty")).label()).isEqualTo("mine (netty)");
        assertThat(of(Row.parse("tcp")).label()).isEqualTo("tcp");
        assertThat(of(Wirings.parse("both=http+notify:tcp")).label()).isEqualTo("both");
    }
}
