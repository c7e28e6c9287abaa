package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnywireTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rnu quick | anywire: unknown command 'rnu'; did you mean 'run'? | see anywire --help",
                "run | anywire: missing required parameter: 'SUITE' | see anywire run --help",
                "run quick --genrations 3 | anywire: unknown option '--genrations'; did you mean '--generations'? | see anywire run --help",
                "run quick --generations many"
                        + " | anywire: invalid value for option '--generations': 'many' is not an int | see anywire run --help",
                "run quick --window 600 | anywire: invalid value for option '--window': a time is a number and one of us,"
                        + " ms, s, m, such as 500ms, not '600' | see anywire run --help",
                "run quick --generations 2 --precision 5% | anywire: --generations and --precision exclude each other: the"
                        + " precision decides how many | see anywire run --help",
                "run quick --require trusted"
                        + " | anywire: --require is high, medium or low, not 'trusted' | see anywire run --help",
                "doctor --quick | anywire: unknown option '--quick' | see anywire doctor --help",
                "report one two | anywire: too much: 'two' | see anywire report --help",
                "compare one | anywire: missing required parameter: 'B' | see anywire compare --help",
                "export | anywire: missing required option: '--format=FORMAT' | see anywire export --help",
                "advise --need magic | anywire: invalid value for option '--need' (NEED): there is no need 'magic'; there are calls, events, pushes, lose-nothing,"
                        + " wait-for-peer, apart, browsers, languages, no-broker | see anywire advise --help",
                "advise --network moon | anywire: invalid value for option '--network': there is no network 'moon'; there are loopback, lan, zone, lossy, wan"
                        + " | see anywire advise --help",
                "advise --rate -1 | anywire: --rate and --size are at least 0 | see anywire advise --help",
                "serve storge --transport tcp"
                        + " | anywire: unknown service 'storge'; did you mean 'storage'? | see anywire serve --help",
                "serve all | anywire: over which transport? --transport amq, http, inproc, tcp, udp | see anywire serve --help",
                "serve all --transport tcp --port 70000"
                        + " | anywire: --port is 0 to 65535, not 70000 | see anywire serve --help",
                "call auth/knows username=ann"
                        + " | anywire: --at URI is missing: who serves auth/knows? | see anywire call --help",
                "call auth/knows username --at tcp://127.0.0.1:1"
                        + " | anywire: 'username' is no field: write name=value | see anywire call --help",
                "jmh Nothing.* | anywire: no benchmark matches 'Nothing.*'; there are CodecBenchmark.decode,"
                        + " CodecBenchmark.encode, RoundTripBenchmark.authenticate, ServiceBenchmark.authenticate,"
                        + " ServiceBenchmark.timeline | see anywire jmh --help"
            })
    void wrong_usage_is_one_line_a_pointer_and_exit_code_2(String line, String complaint, String pointer) {
        Said said = Said.by(line.split(" "));

        assertThat(said.errLines()).containsExactly(complaint, pointer);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run quik | unknown suite 'quik'; did you mean 'quick'? (a suite of your own is given by its path)",
                "run no/such.yaml | there is no suite file no/such.yaml",
                "run quick --rounds 0 | --rounds is 1 to 60, not 0",
                "run quick --budget 20s | a budget of 20s is too short for one generation of quick: it takes about ",
                "run quick --generations -1 | --generations is 1 to 100, not -1",
                "run quick --transports inproc,tpc | unknown transport 'tpc'; did you mean 'tcp'?",
                "run quick --graph nowhere.edges | --graph nowhere.edges: there is no such file",
                "run quick --scenario vote | unknown scenario 'vote' in quick; known: authenticate, authenticate-zone, post-until-heard",
                "transports tpc | unknown transport 'tpc'; did you mean 'tcp'?",
                "suites --show quik | unknown suite 'quik'; did you mean 'quick'? (a suite of your own is given by its path)",
                "serve all --transport pigeon | unknown transport 'pigeon'; known: amq, http, inproc, tcp",
                "serve all --at tcp://127.0.0.1:0?maxInFlght=3" + " | tcp has no option 'maxInFlght'",
                "call auth/signup --at tcp://127.0.0.1:1 | unknown operation 'auth/signup'; did you mean 'auth/signUp'?",
                "call auth/knows username=ann --at localhost | 'localhost' is no address",
                "report no/such/folder | no such folder: no/such/folder",
                "report src | src is not the result of a run: it has no run.json",
                "advise no/such/folder | no such folder: no/such/folder",
                "compare src no/such/folder | src is not the result of a run: it has no run.json",
                "export no/such/folder --format csv | no such folder: no/such/folder"
            })
    void bad_input_is_one_line_and_exit_code_2(String line, String complaint) {
        Said said = Said.by(line.split(" "));

        assertThat(said.errLines()).singleElement().asString().startsWith("anywire: " + complaint);
        assertThat(said.exit()).isEqualTo(2);
    }

    @Test
    void where_an_error_comes_from_is_shown_on_request() {
        assertThat(Said.by("run", "quik", "--verbose").err()).contains("at anywire.bench.engine.suite.SuiteFiles.load");
    }

    @Test
    void without_a_command_it_asks_for_one() {
        assertThat(Said.by()).isEqualTo(new Said(2, "", "anywire: which command?\nsee anywire --help\n"));
    }

    @Test
    void help_is_grouped_and_lists_exit_codes_and_examples() {
        Said said = Said.by("run", "--help");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("What to measure:", "Changes to the suite:", "The run itself:", "Exit codes:", "Examples:")
                .contains("130", "anywire run quick --dry-run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "report", "compare", "export", "transports", "suites", "doctor", "serve", "call", "jmh"})
    void every_command_has_help_and_stands_in_the_list(String command) {
        assertThat(Said.by(command, "--help").exit()).isZero();
        assertThat(Said.by("--help").out()).contains("  " + command + " ");
    }

    @Test
    void the_version_names_the_jdk() {
        assertThat(Said.by("--version").out())
                .startsWith("anywire ")
                .contains(System.getProperty("java.runtime.version"));
    }

    @Test
    void a_completion_script_knows_commands_and_options() {
        Said said = Said.by("generate-completion");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("complete", "doctor", "--dry-run", "--transports");
    }

    @Test
    void a_dry_run_prints_the_plan_and_its_time() {
        Said said = Said.by("run", "quick", "--dry-run", "--transports", "inproc,tcp", "--seed", "7");

        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("transports  inproc, tcp (ratios to inproc, tax from inproc)")
                .contains("seed        7")
                .contains("budget      7m; generations and rounds are settled")
                .contains("order       generation 2: [socket] authenticate: ")
                .contains("time        at most about ")
                .doesNotContain("http");
    }

    @Test
    void suites_are_listed_and_shown() {
        assertThat(Said.by("suites").out())
                .contains("quick", "limits", "post-until-heard")
                .containsPattern("; about .*: \\d+ generations? of \\d+ rounds?");
        assertThat(Said.by("suites", "--show", "quick").out())
                .contains("warmUp: 11s", "budget: 7m", "# How long one window is.");
    }

    @Test
    void transports_are_listed_with_what_they_promise_and_their_options() {
        Said said = Said.by("transports");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .containsSubsequence("http", "carries   call, event, push", "promises", "inproc", "tcp")
                .contains("?maxInFlight=1024 calls");
    }

    @Test
    void benchmarks_are_listed() {
        assertThat(Said.by("jmh", "--list", "Codec").out()).isEqualTo("CodecBenchmark.decode\nCodecBenchmark.encode\n");
    }

    @Test
    void operations_are_listed_with_examples() {
        assertThat(Said.by("call", "--list").out()).contains("auth/signUp", "\"username\":\"ann\"", "notify/inbox");
        assertThat(Said.by("call", "--list", "auth").out())
                .contains("auth/signUp")
                .doesNotContain("notify/inbox");
    }

    @Test
    void the_doctor_says_what_is_there_and_ends_well() {
        Said said = Said.by("doctor");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("jdk", "cores", "taskset", "memory", "loopback");
        assertThat(said.out().lines().limit(3)).allMatch(line -> line.matches("(ok|warn|missing) .*"));
    }
}
