package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Option;
import anywire.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Options and facts, for people: strict, listed, explained. */
final class Options {
    @Check
    void the_scheme_can_stand_in_a_uri(CheckRig rig) {
        assertThat(rig.transport().scheme()).matches("[a-z0-9][a-z0-9-]*");
    }

    @Check
    void an_unknown_option_is_refused_with_those_that_exist(CheckRig rig) {
        Transport transport = rig.transport();
        assertThatThrownBy(() -> Endpoint.parse(transport.scheme() + "://127.0.0.1:0?nonesuch=1", transport))
                .isInstanceOf(InvalidEndpointException.class)
                .hasMessageContaining("nonesuch")
                .hasMessageContainingAll(all(rig).map(Option::name).toArray(String[]::new));
    }

    @Check
    void a_value_that_is_none_is_refused(CheckRig rig) {
        all(rig).filter(option -> !option.type().equals("text")).forEach(option -> {
            for (String nonsense : List.of("no such value", "-1 furlong")) {
                assertThatThrownBy(() -> option.parse(nonsense))
                        .as("%s=%s", option.name(), nonsense)
                        .isInstanceOf(InvalidEndpointException.class)
                        .hasMessageContaining(option.name());
            }
        });
    }

    @Check
    void every_option_explains_itself_in_one_line(CheckRig rig) {
        assertThat(all(rig).map(Option::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-zA-Z0-9]*"));
        assertThat(all(rig)).allSatisfy(option -> {
            assertThat(option.type()).isNotBlank();
            assertThat(option.help()).isNotBlank().doesNotContain("\n");
        });
    }

    @Check
    void every_default_can_be_written_and_read_back(CheckRig rig) {
        all(rig).filter(option -> !option.secret()).forEach(Options::readBack);
    }

    private static <T> void readBack(Option<T> option) {
        assertThat(option.parse(option.print(option.defaultValue())))
                .as(option.name())
                .isEqualTo(option.defaultValue());
    }

    @Check
    void every_value_in_effect_is_listed_and_secrets_are_masked(CheckRig rig) {
        Map<String, String> effective = rig.endpoint().effective();
        assertThat(effective.keySet())
                .containsExactlyInAnyOrderElementsOf(all(rig).map(Option::name).toList());
        all(rig).filter(Option::secret).forEach(option -> assertThat(effective).containsEntry(option.name(), "***"));
    }

    @Check
    void client_and_server_tell_facts_about_themselves(CheckRig rig) {
        assertThat(rig.server().facts()).isNotEmpty();
        Client client = rig.client();
        assertThat(client.facts()).isNotEmpty();
        assertThat(client.facts().values()).allSatisfy(fact -> assertThat(fact).isNotBlank());
    }

    @Check
    void it_promises_something_it_can_carry(CheckRig rig) {
        assertThat(rig.guarantees().kinds()).isNotEmpty();
        assertThat(rig.guarantees().maxBodyBytes()).isGreaterThanOrEqualTo(1_000);
        assertThat(rig.guarantees()).isEqualTo(rig.transport().guarantees(rig.endpoint()));
    }

    @Check
    void an_instance_is_nothing_but_a_way_to_make_others(CheckRig rig) throws Exception {
        Transport another = rig.transport().getClass().getDeclaredConstructor().newInstance();
        assertThat(another.scheme()).isEqualTo(rig.transport().scheme());
        assertThat(another.options()).isEqualTo(rig.transport().options());
    }

    private static Stream<Option<?>> all(CheckRig rig) {
        return Stream.concat(CommonOptions.all().stream(), rig.transport().options().stream());
    }
}
