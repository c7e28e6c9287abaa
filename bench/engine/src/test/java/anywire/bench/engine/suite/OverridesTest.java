package anywire.bench.engine.suite;

import static anywire.bench.samples.Changed.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    private Suite quick;

    @BeforeEach
    void load() throws IOException {
        quick = SuiteFiles.load("quick");
    }

    @Test
    void without_any_the_suite_stays_as_it_is() {
        assertThat(Overrides.NONE.applyTo(quick)).isEqualTo(quick);
    }

    @Test
    void each_changes_its_own_part(@TempDir Path folder) throws IOException {
        Path graph = Files.writeString(folder.resolve("friends.edges"), "1 2\n");
        Suite changed = new Overrides(
                        Optional.of(Duration.ofMinutes(9)),
                        Optional.of(7),
                        Optional.of(12),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(5L),
                        List.of("tcp", "http"),
                        List.of(),
                        Optional.of("tcp"),
                        Optional.of(graph),
                        Optional.of(Layout.SAME),
                        List.of("post-until-heard"))
                .applyTo(quick);

        assertThat(changed.budget()).isEqualTo(Duration.ofMinutes(9));
        assertThat(changed.generations()).isEqualTo(7);
        assertThat(changed.rounds()).isEqualTo(12);
        assertThat(changed.window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(changed.seed()).isEqualTo(5);
        assertThat(changed.transports()).containsExactly("tcp", "http");
        assertThat(changed.reference()).isEqualTo("tcp");
        assertThat(changed.graph()).isEqualTo(new GraphChoice(graph.toString(), 0, List.of(), 4));
        assertThat(changed.layout()).isEqualTo(Layout.SAME);
        assertThat(changed.scenarios()).extracting(Scenario::name).containsExactly("post-until-heard");
    }

    @Test
    void a_reference_that_is_not_measured_gives_way_to_the_first() {
        assertThat(transports("tcp", "inproc").applyTo(quick).reference()).isEqualTo("tcp");
        assertThat(transports("tcp", "http").applyTo(quick).reference()).isEqualTo("http");
    }

    @Test
    void what_does_not_fit_is_refused_in_one_line() {
        assertThatThrownBy(() -> generations(0).applyTo(quick)).hasMessage("--generations is 1 to 100, not 0");
        assertThatThrownBy(() -> rounds(61).applyTo(quick)).hasMessage("--rounds is 1 to 60, not 61");
        assertThatThrownBy(() -> scenario("authentcate").applyTo(quick))
                .hasMessage("unknown scenario 'authentcate' in quick; did you mean 'authenticate'?");
        assertThatThrownBy(() -> graph("nowhere.edges").applyTo(quick))
                .hasMessage("--graph nowhere.edges: there is no such file");
    }

    @Test
    void a_budget_takes_the_place_of_fixed_numbers_unless_they_are_given_too() {
        Suite fixed = quick.times(3, 5);
        Suite within = budget(Duration.ofMinutes(4)).applyTo(fixed);
        assertThat(within.generations()).isZero();
        assertThat(within.rounds()).isZero();
        assertThat(generations(2).applyTo(fixed).rounds()).isEqualTo(5);
    }

    private static Overrides transports(String... names) {
        return with(Overrides.NONE, "transports", List.of(names));
    }

    private static Overrides budget(Duration time) {
        return with(Overrides.NONE, "budget", Optional.of(time));
    }

    private static Overrides generations(int generations) {
        return with(Overrides.NONE, "generations", Optional.of(generations));
    }

    private static Overrides rounds(int rounds) {
        return with(Overrides.NONE, "rounds", Optional.of(rounds));
    }

    private static Overrides graph(String file) {
        return with(Overrides.NONE, "graph", Optional.of(Path.of(file)));
    }

    private static Overrides scenario(String name) {
        return with(Overrides.NONE, "scenarios", List.of(name));
    }
}
