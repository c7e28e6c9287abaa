package anywire.bench.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.model.Row;
import anywire.bench.model.Row.Leg;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiringsTest {
    @Test
    void a_name_stands_for_a_transport_under_each_service() {
        Row row = Wirings.parse("http+amq-notify-auth");
        assertThat(row.name()).isEqualTo("http+amq-notify-auth");
        assertThat(row.legs())
                .containsExactly(
                        new Leg(List.of("auth"), "amq", "", ""),
                        new Leg(List.of("storage"), "http", "", ""),
                        new Leg(List.of("follow"), "http", "", ""),
                        new Leg(List.of("notify"), "amq", "", ""));
        assertThat(row.store()).isEmpty();
    }

    @Test
    void the_monolith_is_one_process() {
        assertThat(Wirings.parse("monolith").legs()).containsExactly(new Leg(Row.SERVICES, "inproc", "", ""));
    }

    @Test
    void one_of_ones_own_has_a_name_options_and_a_store() {
        Row row = Wirings.parse("mine=http+notify:amq?broker=embedded&delivery=confirmed+auth:tcp@h2");
        assertThat(row.name()).isEqualTo("mine");
        assertThat(row.store()).isEqualTo("h2");
        assertThat(row.leg("notify"))
                .isEqualTo(new Leg(List.of("notify"), "amq", "", "broker=embedded&delivery=confirmed"));
        assertThat(row.leg("auth").scheme()).isEqualTo("tcp");
        assertThat(row.leg("follow").scheme()).isEqualTo("http");
    }

    @ParameterizedTest
    @CsvSource({"http+amq-notify", "tcp-auth", "monolith", "amq", "mine=http+follow:tcp", "durable=amq?delivery=durable"
    })
    void what_is_printed_is_the_same_row_again(String text) {
        Row row = Wirings.parse(text);
        assertThat(Wirings.parse(row.name() + "=" + row.toString().replaceFirst("^[^=?]*=", "")))
                .isEqualTo(row);
    }

    @Test
    void a_broker_of_ones_own_has_an_address() {
        Row row = Wirings.parse("own=http+notify:amq://me@broker:5672/bench?delivery=durable");
        assertThat(row.leg("notify"))
                .isEqualTo(new Leg(List.of("notify"), "amq", "me@broker:5672/bench", "delivery=durable"));
        assertThat(row.leg("notify").endpoint()).isEqualTo("amq://me@broker:5672/bench?delivery=durable");
    }

    @Test
    void a_store_is_part_of_a_named_wirings_name() {
        assertThat(Wirings.parse("http@h2").name()).isEqualTo("http-h2");
    }

    @Test
    void what_is_wrong_is_said_in_one_line() {
        assertRefused(
                "htpp", "unknown wiring 'htpp'; did you mean 'http'? (or one of your own, as in mine=http+notify:tcp)");
        String services = "; services are auth, storage, follow, notify";
        assertRefused("mine=http+tcp", "'tcp' in wiring 'http+tcp' is no SERVICE:TRANSPORT" + services);
        assertRefused("mine=http+mail:tcp", "'mail:tcp' in wiring 'http+mail:tcp' is no SERVICE:TRANSPORT" + services);
        assertRefused(
                "mine=http+auth:inproc",
                "in wiring 'http+auth:inproc' some services are in process and some are not: those that are not could not"
                        + " reach the others");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> Wirings.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
