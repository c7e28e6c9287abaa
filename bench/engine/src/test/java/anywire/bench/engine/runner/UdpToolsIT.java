package anywire.bench.engine.runner;

import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.model.Action;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Suite.Layout;
import anywire.host.ClassPath;
import anywire.host.Role;
import anywire.host.RoleProcess;
import io.netty.channel.epoll.Epoll;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The udp transport beside a datagram ping-pong in C and beside a bare echo by Netty, on the same cores, by turns. A busy
 * machine shifts all of it, so the figures are printed and none is asserted.
 */
@Tag("slow")
class UdpToolsIT {
    private static final int GENERATIONS = Integer.getInteger("anywire.generations", 1);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("anywire.warmUpSeconds", 1));
    private static final int TURNS = GENERATIONS == 1 ? 2 : 4;
    private static final int IN_FLIGHT = 64;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long WINDOW_MILLIS = 600;
    /** All of them only where figures are wanted. */
    private static final List<String> ROWS = GENERATIONS == 1
            ? List.of("reliable=udp")
            : List.of("raw=udp?exchange=raw", "reliable=udp", "authenticated=udp?seal=hmac");

    @TempDir
    Path logs;

    private final Placement placement = Placement.of(Layout.CROSS);

    private interface Other {
        double measured() throws Exception;
    }

    @Test
    void one_call_in_flight_beside_a_datagram_ping_pong_in_c() throws Exception {
        Path program = Programs.compiled(logs);
        Scenario one = new Scenario("one", Action.AUTHENTICATE, "binary", new Load(Loop.CLOSED, 0, 1), true);
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            Process server = Programs.pinned(placement.services(), program.toString(), "serve-datagrams");
            try {
                String port = Programs.firstLine(server.getInputStream());
                for (String row : ROWS) {
                    compare(
                            row,
                            one,
                            ratios,
                            UdpToolsIT::median,
                            () -> Double.parseDouble(Programs.said(Programs.pinned(
                                    placement.driver(),
                                    program.toString(),
                                    "ask-datagrams",
                                    port,
                                    String.valueOf(WINDOW_MILLIS)))));
                }
            } finally {
                server.destroyForcibly();
            }
        }
        conclude("p50 over a ping-pong in C, one in flight", ratios);
    }

    @Test
    void the_highest_rate_beside_a_bare_echo_by_netty() throws Exception {
        assumeThat(GENERATIONS).as("figures are wanted").isGreaterThan(1);
        besideBareEcho(IN_FLIGHT);
    }

    /** What of the distance to C is Netty's and Java's, and what ours. */
    @Test
    void one_call_in_flight_beside_a_bare_echo_by_netty() throws Exception {
        assumeThat(GENERATIONS).as("figures are wanted").isGreaterThan(1);
        besideBareEcho(1);
    }

    private void besideBareEcho(int inFlight) throws Exception {
        assumeThat(Epoll.isAvailable()).as("epoll is there").isTrue();
        Scenario many = new Scenario("many", Action.AUTHENTICATE, "binary", new Load(Loop.CLOSED, 0, inFlight), true);
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            try (RoleProcess server = bare("server", BareDatagrams.Server.class, generation);
                    RoleProcess client = bare("client", BareDatagrams.Client.class, generation)) {
                int port = server.ask(new BareDatagrams.Listen(), BareDatagrams.Listening.class, LIMIT)
                        .port();
                for (int i = 0; i < 4; i++) {
                    double ignored = bareRate(client, port, inFlight);
                }
                placement.pinServices(server.pid());
                placement.pinDriver(client.pid());
                for (String row : ROWS) {
                    compare(row, many, ratios, UdpToolsIT::rate, () -> bareRate(client, port, inFlight));
                }
            }
        }
        conclude("calls a second over a bare echo's, " + inFlight + " in flight", ratios);
    }

    private interface Figure {
        double of(TransportRig.Measured measured);
    }

    /** Adds the log of ours over the other's, in windows by turns, mirrored. */
    private void compare(String text, Scenario scenario, Map<String, List<Double>> ratios, Figure figure, Other other)
            throws Exception {
        Row row = Row.parse(text);
        Suite suite = OneRowSuite.warm(row, WARM_UP, scenario);
        double log = 0;
        try (TransportRig rig = new TransportRig(suite, logs)) {
            var unused = rig.ready();
            for (int turn = 0; turn < TURNS; turn++) {
                boolean first = turn % 2 == 0;
                double before = first ? figure.of(rig.measure(suite, scenario.name())) : 0;
                double theirs = other.measured();
                double ours = first ? before : figure.of(rig.measure(suite, scenario.name()));
                System.out.printf(Locale.ROOT, "%s %.1f, the other %.1f%n", row.name(), ours, theirs);
                log += Math.log(ours / theirs) / TURNS;
            }
        }
        ratios.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(log);
    }

    private static double median(TransportRig.Measured measured) {
        return measured.histogram(Clock.ACTUAL).getValueAtPercentile(50);
    }

    private static double rate(TransportRig.Measured measured) {
        return measured.window().accounting().answered() * 1e3 / WINDOW_MILLIS;
    }

    private static double bareRate(RoleProcess client, int port, int inFlight) throws InterruptedException {
        return client.ask(
                        new BareDatagrams.Ask(
                                port, inFlight, Duration.ofMillis(WINDOW_MILLIS).toNanos()),
                        BareDatagrams.Answered.class,
                        LIMIT)
                .perSecond();
    }

    private RoleProcess bare(String name, Class<? extends Role> role, int generation) throws InterruptedException {
        ClassPath classPath = ClassPath.of(List.of(role, Role.class, Epoll.class));
        return RoleProcess.start("bare datagrams " + name + " " + generation, role, classPath, logs);
    }

    private static void conclude(String what, Map<String, List<Double>> ratios) {
        ratios.forEach((row, logs) -> {
            double mean =
                    logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            System.out.printf(
                    Locale.ROOT, "udp %s: %s: %.2f times, %d generations%n", row, what, Math.exp(mean), logs.size());
        });
    }
}
