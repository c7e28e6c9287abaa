package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.floor.Floor;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite.Layout;
import anywire.host.ClassPath;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.host.Spawner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The harness beside tools that are not ours, on the same cores, in the same generations, by turns: a ping-pong in C beside the
 * floor "socket", and wrk beside the floor "socket-http", both asking one server. A busy machine shifts all of it, so
 * the figures are printed and none is asserted.
 */
@Tag("slow")
class ForeignToolsIT {
    private static final int GENERATIONS = Integer.getInteger("anywire.generations", 1);
    private static final int TURNS = GENERATIONS == 1 ? 2 : 4;
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Placement placement = Placement.of(Layout.CROSS);

    private interface Tool {
        double medianNanos() throws Exception;
    }

    @Test
    void a_ping_pong_in_c_takes_about_as_long_as_the_floor() throws Exception {
        Path program = Programs.compiled(folder);
        List<Double> logs = new ArrayList<>();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            Process server = Programs.pinned(placement.services(), program.toString(), "serve");
            try (FloorPair floor = new FloorPair("socket", generation)) {
                String port = Programs.firstLine(server.getInputStream());
                logs.add(compare(
                        "C ping-pong",
                        floor,
                        () -> Double.parseDouble(Programs.said(Programs.pinned(
                                placement.driver(),
                                program.toString(),
                                "ask",
                                port,
                                String.valueOf(WINDOW.toMillis()))))));
            } finally {
                server.destroyForcibly();
            }
        }
        conclude("floor socket over a ping-pong in C", logs);
    }

    @Test
    void wrk_sees_about_what_a_blocking_socket_sees() throws Exception {
        assumeThat(Spawner.Tools.has("wrk") && Spawner.Tools.has("taskset"))
                .as("wrk or taskset is missing")
                .isTrue();
        List<Double> logs = new ArrayList<>();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            try (FloorPair floor = new FloorPair("socket-http", generation)) {
                logs.add(compare(
                        "wrk",
                        floor,
                        () -> wrkMedianNanos(Programs.said(Programs.pinned(
                                placement.driver(),
                                "wrk",
                                "--threads=1",
                                "--connections=1",
                                "--duration=1s",
                                "--latency",
                                "http://127.0.0.1:" + floor.port + "/")))));
            }
        }
        conclude("floor socket-http over wrk", logs);
    }

    static double wrkMedianNanos(String said) {
        Matcher median = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)").matcher(said);
        assertThat(median.find()).as("a median in " + said).isTrue();
        double unit = switch (median.group(2)) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            default -> 1e9;
        };
        return Double.parseDouble(median.group(1)) * unit;
    }

    /** @return the log of the harness's median over the tool's, in windows by turns, mirrored */
    private static double compare(String name, FloorPair floor, Tool tool) throws Exception {
        double harness = 0;
        double foreign = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            boolean first = turn % 2 == 0;
            harness += first ? Math.log(floor.medianNanos()) : 0;
            foreign += Math.log(tool.medianNanos());
            harness += first ? 0 : Math.log(floor.medianNanos());
        }
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f us, the harness says %.2f us%n",
                name,
                Math.exp(foreign / TURNS) / 1e3,
                Math.exp(harness / TURNS) / 1e3);
        return (harness - foreign) / TURNS;
    }

    private static void conclude(String what, List<Double> logs) {
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(Locale.ROOT, "%s: %.3f times at p50, %d generations%n", what, Math.exp(mean), logs.size());
    }

    /** One floor's two processes, warm and in their places. */
    private final class FloorPair implements AutoCloseable {
        private final RoleProcess server;
        private final RoleProcess client;
        private final int port;
        private int window;

        FloorPair(String name, int generation) throws Exception {
            Floor floor = Floor.named(name).orElseThrow();
            List<Class<?>> anchors = new ArrayList<>(List.of(Floor.class, Role.class, Histogram.class));
            anchors.addAll(floor.libraries().get());
            ClassPath classPath = ClassPath.of(anchors);
            server = RoleProcess.start(name + " server " + generation, floor.server(), classPath, folder);
            client = RoleProcess.start(name + " client " + generation, floor.client(), classPath, folder);
            port = server.ask(new Floor.Listen(), Floor.Listening.class, LIMIT).port();
            client.ask(new Floor.ConnectTo(port), Floor.Ready.class, LIMIT);
            for (int i = 0; i < 4; i++) {
                double ignored = medianNanos();
            }
            placement.pinServices(server.pid());
            placement.pinDriver(client.pid());
        }

        double medianNanos() throws InterruptedException {
            Measured measured = client.ask(
                    new Measure(++window, AskedAction.of(Action.AUTHENTICATE), Loop.CLOSED, 0, 1, WINDOW.toNanos(), 0),
                    Measured.class,
                    LIMIT);
            assertThat(measured.wrong()).isZero();
            return HistogramBytes.histogram(measured.actual()).getValueAtPercentile(50);
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }
}
