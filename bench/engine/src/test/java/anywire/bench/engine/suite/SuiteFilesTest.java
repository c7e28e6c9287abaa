package anywire.bench.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.model.Action;
import anywire.bench.model.Network;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.GraphChoice;
import anywire.bench.model.Suite.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteFilesTest {
    private static final String SCENARIOS = """
            scenarios:
              - action: authenticate
                loop: poisson
                ratePerSecond: 1000
            """;
    private static final String HEAD = "transports: [tcp, http]\n";

    record Wrong(String yaml, String line) {}

    static final List<Wrong> WRONG = List.of(
            new Wrong("", "1: it is empty"),
            new Wrong("- a\n- b\n", "1: a suite is a set of keys, not a list"),
            new Wrong(HEAD + "windwo: 600ms\n" + SCENARIOS, "2: unknown key 'windwo'; did you mean 'window'?"),
            new Wrong(
                    HEAD + "generations: 5\ngenerations: 6\n" + SCENARIOS,
                    "3: 'generations' stands here a second time"),
            new Wrong(HEAD + "generations: five\n" + SCENARIOS, "2: 'generations' is a whole number, not 'five'"),
            new Wrong(HEAD + "generations: '5'\n" + SCENARIOS, "2: 'generations' is a whole number, not '5'"),
            new Wrong(HEAD + "generations: 5.5\n" + SCENARIOS, "2: 'generations' is a whole number, not 5.5"),
            new Wrong(HEAD + "generations:\n" + SCENARIOS, "2: 'generations' is a whole number, not empty"),
            new Wrong(HEAD + "generations: [5]\n" + SCENARIOS, "2: 'generations' is a whole number, not a list"),
            new Wrong(HEAD + "generations: 0\n" + SCENARIOS, "2: 'generations' is 1 to 100, not 0"),
            new Wrong(HEAD + "rounds: 61\n" + SCENARIOS, "2: 'rounds' is 1 to 60, not 61"),
            new Wrong(HEAD + "budget: 20\n" + SCENARIOS, "2: 'budget' is a time such as 600ms or 7s, not 20"),
            new Wrong(HEAD + "budget: 500ms\n" + SCENARIOS, "2: 'budget' is at least 1s, not 500ms"),
            new Wrong(HEAD + "warmup: 7s\n" + SCENARIOS, "2: unknown key 'warmup'; did you mean 'warmUp'?"),
            new Wrong(HEAD + "window: 600\n" + SCENARIOS, "2: 'window' is a time such as 600ms or 7s, not 600"),
            new Wrong(HEAD + "window: 1ms\n" + SCENARIOS, "2: 'window' is at least 50ms, not 1ms"),
            new Wrong(HEAD + "margin: 150%\n" + SCENARIOS, "2: 'margin' is a share such as 5%, not '150%'"),
            new Wrong(HEAD + "layout: crss\n" + SCENARIOS, "2: unknown layout 'crss'; did you mean 'cross'?"),
            new Wrong(HEAD + "floors: [sockets]\n" + SCENARIOS, "2: unknown floor 'sockets'; did you mean 'socket'?"),
            new Wrong(HEAD + "question: 5\n" + SCENARIOS, "2: 'question' is text, not 5"),
            new Wrong(
                    HEAD + "reference: udp\n" + SCENARIOS,
                    "2: the reference 'udp' is not among the transports tcp, http"),
            new Wrong("transports: [tcp]\n" + SCENARIOS, "1: the reference 'http' is not among the transports tcp"),
            new Wrong("transports: []\n" + SCENARIOS, "1: 'transports' is an empty list"),
            new Wrong("transports: tcp\n" + SCENARIOS, "1: 'transports' is a list, not 'tcp'"),
            new Wrong("transports:\n  - tcp\n  - tcp\n" + SCENARIOS, "3: 'tcp' stands twice in 'transports'"),
            new Wrong("transports:\n  - tcp\n  - 5\n" + SCENARIOS, "3: 'transports' lists names, not 5"),
            new Wrong(SCENARIOS, "1: 'transports' is missing"),
            new Wrong(HEAD, "1: 'scenarios' is missing"),
            new Wrong(HEAD + "scenarios: []\n", "2: 'scenarios' is an empty list"),
            new Wrong(HEAD + "scenarios: [authenticate]\n", "2: a scenario is a set of keys, not 'authenticate'"),
            new Wrong(HEAD + "graph:\n  user: 5\n" + SCENARIOS, "3: unknown key 'user'; did you mean 'users'?"),
            new Wrong(
                    HEAD + "graph:\n  users: 5\n  followers: 5\n" + SCENARIOS,
                    "4: an author among 5 users has at most 4 followers, not 5"),
            new Wrong(
                    HEAD + "graph:\n  users: 5\n  authors: 6\n" + SCENARIOS, "4: there are 5 users, so not 6 authors"),
            new Wrong(
                    HEAD + "graph:\n  file: a.edges\n  users: 6\n" + SCENARIOS,
                    "4: 'users' is for a generated graph; here is a file"),
            new Wrong(
                    HEAD + "graph: a.edges\n" + SCENARIOS,
                    "2: 'graph' is a set of keys: file, users, followers, authors, not 'a.edges'"),
            new Wrong(
                    HEAD + "key: [\n",
                    "2: not YAML: while parsing a flow node, expected the node content, but found '<stream end>'"),
            new Wrong(HEAD + SCENARIOS + "---\n" + SCENARIOS, "7: one file holds one suite"),
            new Wrong(
                    HEAD + "transports2: &x [tcp]\n" + SCENARIOS,
                    "2: unknown key 'transports2'; did you mean 'transports'?"));

    @ParameterizedTest
    @FieldSource("WRONG")
    void names_file_line_and_what_would_be_right(Wrong wrong) {
        assertThatThrownBy(() -> SuiteReader.read("mine", "mine.yaml", wrong.yaml()))
                .isInstanceOf(InvalidSuiteException.class)
                .hasMessage("mine.yaml:" + wrong.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "action: authentciate, loop: closed, inFlight: 1 | unknown action 'authentciate'; did you mean 'authenticate'?",
                "action: vote, loop: closed, inFlight: 1 | unknown action 'vote'; known: authenticate, timeline, home-timeline, search, log-in, post, post-await, post-accept, post-forget, post-await-seen, post-accept-seen, post-forget-seen, search-page-first, publish, publish-until-heard, post-until-heard",
                "action: authenticate, codec: xml, loop: closed, inFlight: 1 | unknown codec 'xml'; known: binary, json",
                "action: authenticate, loop: poison, ratePerSecond: 1 | unknown loop 'poison'; did you mean 'poisson'?",
                "action: authenticate, loop: poisson, ratePerSecond: -5 | 'ratePerSecond' is above 0 and at most 1000000, not -5",
                "action: authenticate, loop: poisson, ratePerSecond: fast | 'ratePerSecond' is a number, not 'fast'",
                "action: authenticate, loop: poisson | 'ratePerSecond' is missing",
                "action: authenticate, loop: poisson, ratePerSecond: 1, inFlight: 1"
                        + " | 'inFlight' belongs to a closed loop; an open one has 'ratePerSecond'",
                "action: authenticate, loop: closed, inFlight: 1, ratePerSecond: 1"
                        + " | 'ratePerSecond' belongs to an open loop; a closed one has 'inFlight'",
                "action: authenticate, loop: closed, inFlight: 0 | 'inFlight' is 1 to 65536, not 0",
                "action: authenticate, loop: closed | 'inFlight' is missing",
                "action: authenticate | 'loop' is missing",
                "loop: closed, inFlight: 1 | 'action' is missing",
                "action: authenticate, loop: closed, inFlight: 1, primary: yes | 'primary' is true or false, not 'yes'",
                "action: authenticate, rate: 5 | unknown key 'rate'; known: name, action, codec, loop, ratePerSecond,"
                        + " inFlight, followers, network, primary",
                "name: one, action: authenticate, loop: closed, inFlight: 1 | two scenarios are named 'one'"
            })
    void refuses_a_wrong_scenario(String scenario, String line) {
        String yaml = HEAD
                + "scenarios:\n  - {name: one, action: authenticate, loop: closed, inFlight: 1}\n  - {" + scenario
                + "}\n";

        assertThatThrownBy(() -> SuiteReader.read("mine", "mine.yaml", yaml)).hasMessage("mine.yaml:4: " + line);
    }

    @Test
    void quick_is_what_the_documents_say() throws IOException {
        Suite quick = SuiteFiles.load("quick");

        assertThat(quick.transports()).containsExactly("inproc", "tcp", "udp", "http-netty", "http", "amq");
        assertThat(quick.reference()).isEqualTo("http");
        assertThat(quick.baseline()).isEqualTo("inproc");
        assertThat(quick.layout()).isEqualTo(Layout.CROSS);
        assertThat(quick.budget()).isEqualTo(Duration.ofMinutes(7));
        assertThat(quick.generations()).isZero();
        assertThat(quick.rounds()).isZero();
        assertThat(quick.window()).isEqualTo(Duration.ofMillis(400));
        assertThat(quick.margin()).isEqualTo(0.05);
        assertThat(quick.warmUp()).isEqualTo(Duration.ofSeconds(11));
        assertThat(quick.graph()).isEqualTo(new GraphChoice("", 200, List.of(10), 4));
        assertThat(quick.scenarios())
                .containsExactly(
                        new Scenario(
                                "authenticate", Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, 400, 0), true),
                        new Scenario(
                                "authenticate-zone",
                                Action.AUTHENTICATE,
                                "binary",
                                new Load(Loop.POISSON, 400, 0),
                                0,
                                Network.ZONE,
                                true),
                        new Scenario(
                                "post-until-heard",
                                Action.POST_UNTIL_HEARD,
                                "binary",
                                new Load(Loop.POISSON, 50, 0),
                                true));
    }

    @ParameterizedTest
    @MethodSource("anywire.bench.engine.suite.SuiteFiles#builtIn")
    void every_built_in_suite_reads(String name) throws IOException {
        assertThat(SuiteFiles.load(name).name()).isEqualTo(name);
    }

    @Test
    void what_is_left_out_has_its_default() {
        Suite suite = SuiteReader.read("mine", "mine.yaml", HEAD + SCENARIOS);

        assertThat(suite.scenarios()).singleElement().extracting(Scenario::name).isEqualTo("authenticate");
        assertThat(suite.warmUp()).isEqualTo(Duration.ofSeconds(14));
        assertThat(suite.budget()).isEqualTo(Duration.ofMinutes(20));
        assertThat(suite.generations()).isZero();
        assertThat(suite.rounds()).isZero();
        assertThat(suite.seed()).isEqualTo(141);
        assertThat(suite.floors()).isEmpty();
    }

    @Test
    void a_file_is_named_by_its_path_and_the_suite_by_its_name(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), HEAD + SCENARIOS);
        assertThat(SuiteFiles.load(file.toString()).name()).isEqualTo("mine");

        Files.writeString(file, HEAD + "genreations: 5\n" + SCENARIOS);
        assertThatThrownBy(() -> SuiteFiles.load(file.toString()))
                .hasMessage(file + ":2: unknown key 'genreations'; did you mean 'generations'?");
    }

    @Test
    void a_suite_that_is_not_there_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> SuiteFiles.load("quik"))
                .hasMessage("unknown suite 'quik'; did you mean 'quick'? (a suite of your own is given by its path)");
        assertThatThrownBy(() -> SuiteFiles.load("no/such.yaml")).hasMessage("there is no suite file no/such.yaml");
    }
}
