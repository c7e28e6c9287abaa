package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.Layout;
import anywire.host.ClassPath;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.host.Spawner;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.perf.PerfTest;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The amq transport beside amqp-client alone and beside rabbitmq-perf-test: the same broker, the same cores, by turns. A
 * busy machine shifts all of it, so the figures are printed and none is asserted.
 */
@Tag("slow")
class AmqpToolsIT {
    private static final int GENERATIONS = Integer.getInteger("anywire.generations", 1);
    private static final int TURNS = GENERATIONS == 1 ? 2 : 4;
    private static final long WINDOW_NANOS = 1_000_000_000L;
    private static final int IN_FLIGHT = 64;
    private static final int PERF_TEST_SECONDS = GENERATIONS == 1 ? 3 : 5;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path logs;

    private int window;

    private final Placement placement = Placement.of(Layout.CROSS);

    @Test
    void one_call_in_flight_beside_amqp_client_alone() throws Exception {
        assumeRabbitMq();
        List<Double> ratios = new ArrayList<>();
        for (int generation = 1; generation <= GENERATIONS; generation++) {
            try (RowProcesses amq = started(Action.AUTHENTICATE, generation);
                    RoleProcess server = bare("server", BareAmqp.Server.class, generation);
                    RoleProcess client = bare("client", BareAmqp.Client.class, generation)) {
                BareAmqp.Connect to = reachable(amq);
                connect(server, to);
                connect(client, to);
                for (int i = 0; i < (GENERATIONS == 1 ? 1 : 3); i++) {
                    var unused = amq.pair()
                            .driver()
                            .ask(new Warm(AskedAction.of(Action.AUTHENTICATE), 1, WINDOW_NANOS), Warmed.class, LIMIT);
                    double ignored = bareMedian(client);
                }
                placement.pinServices(server.pid());
                placement.pinDriver(client.pid());
                amq.pair().pin(placement);
                double log = 0;
                for (int turn = 0; turn < TURNS; turn++) {
                    boolean first = turn % 2 == 0;
                    double before = first ? median(amq) : 0;
                    double bare = bareMedian(client);
                    double ours = first ? before : median(amq);
                    System.out.printf(Locale.ROOT, "amqp-client alone %.0f us, amq %.0f us%n", bare / 1e3, ours / 1e3);
                    log += Math.log(ours / bare) / TURNS;
                }
                ratios.add(log);
            }
        }
        conclude("amq over amqp-client alone, one in flight, p50", ratios);
    }

    @Test
    void the_highest_rate_of_confirmed_events_beside_perf_test() throws Exception {
        assumeThat(GENERATIONS)
                .as("figures are wanted: -Danywire.generations=5")
                .isGreaterThan(1);
        assumeRabbitMq();
        List<Double> ratios = new ArrayList<>();
        for (int generation = 1; generation <= GENERATIONS; generation++) {
            try (RowProcesses amq = started(Action.PUBLISH, generation)) {
                BareAmqp.Connect to = reachable(amq);
                for (int i = 0; i < (GENERATIONS == 1 ? 1 : 4); i++) {
                    var unused = amq.pair()
                            .driver()
                            .ask(
                                    new Warm(AskedAction.of(Action.PUBLISH), IN_FLIGHT, 2 * WINDOW_NANOS),
                                    Warmed.class,
                                    LIMIT);
                }
                amq.pair().pin(placement);
                double before = rate(amq);
                double perfTest = perfTestRate(to, generation);
                double ours = Math.sqrt(before * rate(amq));
                System.out.printf(
                        Locale.ROOT, "perf-test %.0f confirmed messages a second, amq %.0f%n", perfTest, ours);
                ratios.add(Math.log(ours / perfTest));
            }
        }
        conclude("amq over perf-test, confirmed events a second, " + IN_FLIGHT + " in flight", ratios);
    }

    private static void connect(RoleProcess bare, BareAmqp.Connect to) throws InterruptedException {
        var unused = bare.ask(to, BareAmqp.Connected.class, LIMIT);
    }

    private static void assumeRabbitMq() {
        assumeThat(Spawner.Tools.has("rabbitmq-server"))
                .as("rabbitmq-server is missing")
                .isTrue();
    }

    private static void conclude(String what, List<Double> logs) {
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(Locale.ROOT, "%s: %.2f times, %d generations%n", what, Math.exp(mean), logs.size());
    }

    private double median(RowProcesses amq) throws InterruptedException {
        Histogram seen =
                HistogramBytes.histogram(measured(amq, Action.AUTHENTICATE, 1).actual());
        return seen.getValueAtPercentile(50);
    }

    private double rate(RowProcesses amq) throws InterruptedException {
        return measured(amq, Action.PUBLISH, IN_FLIGHT).perSecond();
    }

    private Measured measured(RowProcesses amq, Action action, int inFlight) throws InterruptedException {
        Measured measured = amq.pair()
                .driver()
                .ask(
                        new Measure(++window, AskedAction.of(action), Loop.CLOSED, 0, inFlight, 2 * WINDOW_NANOS, 0),
                        Measured.class,
                        LIMIT);
        assertThat(measured.right()).isEqualTo(measured.sent());
        return measured;
    }

    private double bareMedian(RoleProcess client) throws InterruptedException {
        BareAmqp.Seen seen = client.ask(
                new Measure(++window, AskedAction.of(Action.AUTHENTICATE), Loop.CLOSED, 0, 1, WINDOW_NANOS, 0),
                BareAmqp.Seen.class,
                LIMIT);
        return HistogramBytes.histogram(seen.histogram()).getValueAtPercentile(50);
    }

    /** Its producer where our driver is, its consumer in the same process: it can't be split over cores. */
    private double perfTestRate(BareAmqp.Connect to, int generation) throws Exception {
        Path said = logs.resolve("perf-test-" + generation + ".out");
        List<String> command = new ArrayList<>(Spawner.leash());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                perfTestClassPath(),
                PerfTest.class.getName(),
                "--uri",
                "amqp://" + to.user() + ":" + to.password() + "@" + to.host() + ":" + to.port() + "/%2F",
                "--producers",
                "1",
                "--consumers",
                "1",
                "--confirm",
                String.valueOf(IN_FLIGHT),
                "--size",
                "150",
                "--queue",
                "perf-test-" + generation,
                "--time",
                String.valueOf(PERF_TEST_SECONDS + 3)));
        Process process = Spawner.start(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()));
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        List<Double> sent = new ArrayList<>();
        Matcher line = Pattern.compile("sent: ([0-9,.]+)(K)? msg/s").matcher(text);
        while (line.find()) {
            sent.add(Double.parseDouble(line.group(1).replace(",", "")) * (line.group(2) == null ? 1 : 1_000));
        }
        assertThat(sent).as(text).hasSizeGreaterThan(3);
        // Its first seconds are its JVM's, not the broker's.
        List<Double> warm = sent.subList(2, sent.size() - 1);
        return warm.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** It wants its own logging library, and no other. */
    private static String perfTestClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("slf4j-simple"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static BareAmqp.Connect reachable(RowProcesses amq) {
        URI broker = amq.pair().brokers().get(0).address();
        String path = broker.getPath();
        return new BareAmqp.Connect(
                broker.getUserInfo() == null ? "guest" : broker.getUserInfo(),
                Objects.requireNonNull(amq.secrets().get("amq.password")),
                broker.getHost(),
                broker.getPort() < 0 ? ConnectionFactory.DEFAULT_AMQP_PORT : broker.getPort(),
                path == null || path.length() < 2 ? "/" : path.substring(1));
    }

    private RoleProcess bare(String name, Class<? extends Role> role, int generation) throws InterruptedException {
        return RoleProcess.start("bare " + name + " " + generation, role, ClassPath.of(List.of(role)), logs);
    }

    private RowProcesses started(Action action, int generation) throws InterruptedException {
        Row row = Row.parse("rabbit=amq?broker=local");
        Load load = new Load(Loop.CLOSED, 0, 1);
        Suite suite =
                OneRowSuite.of(row, Duration.ofSeconds(5), new Scenario(action.word(), action, "binary", load, true));
        RowProcesses processes = new RowProcesses(suite, row, generation, ProcessContext.at(logs));
        processes.start();
        return processes;
    }
}
