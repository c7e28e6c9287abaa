package anywire.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.bench.run.Suite.GraphChoice;
import anywire.bench.run.Suite.Layout;
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
                        Optional.of(7),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(5L),
                        List.of("tcp", "http"),
                        List.of(),
                        Optional.of("tcp"),
                        Optional.of(graph),
                        Optional.of(Layout.SAME),
                        List.of("post-until-heard"))
                .applyTo(quick);

        assertThat(changed.generations()).isEqualTo(7);
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
        assertThatThrownBy(() -> generations(0).applyTo(quick)).hasMessage("--generations is 1 to 1000, not 0");
        assertThatThrownBy(() -> scenario("authentcate").applyTo(quick))
                .hasMessage("unknown scenario 'authentcate' in quick; did you mean 'authenticate'?");
        assertThatThrownBy(() -> new Overrides(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(Path.of("nowhere.edges")),
                                Optional.empty(),
                                List.of())
                        .applyTo(quick))
                .hasMessage("--graph nowhere.edges: there is no such file");
    }

    private static Overrides transports(String... names) {
        return new Overrides(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(names),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Overrides generations(int generations) {
        return new Overrides(
                Optional.of(generations),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Overrides scenario(String name) {
        return new Overrides(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(name));
    }
}
