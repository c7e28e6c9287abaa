package anywire.bench.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.engine.network.EchoProbe.Answered;
import anywire.bench.engine.network.EchoProbe.Datagrams;
import anywire.bench.engine.network.EchoProbe.Echoed;
import anywire.bench.engine.network.EchoProbe.Knock;
import anywire.bench.engine.network.EchoProbe.Returned;
import anywire.bench.engine.network.EchoProbe.Stream;
import anywire.bench.engine.network.TunnelRole.Open;
import anywire.bench.engine.network.TunnelRole.Opened;
import anywire.bench.engine.network.TunnelRole.Path;
import anywire.bench.model.Crossed;
import anywire.bench.model.Crossed.OverOne;
import anywire.host.ClassPath;
import anywire.host.NetNamespace;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.host.RoleFailedException;
import anywire.host.RoleProcess;
import anywire.network.Tunnel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets of the kernel's own, late and lost, in a network namespace that the test made. */
class TunnelIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long SEED = 141;
    private static final Path LATE = new Path("late", 5_000_000, 0);
    private static final Path LOSING = new Path("losing", 0, 0.05);

    @TempDir
    java.nio.file.Path logs;

    private NetNamespace namespace;
    private RoleProcess tunnel;
    private RoleProcess probe;

    @BeforeEach
    void start() throws InterruptedException {
        assumeThat(NetNamespace.obstacle())
                .as("why there is no network namespace here")
                .isEmpty();
        namespace = NetNamespace.make();
        ProcessContext within = ProcessContext.at(logs).within(namespace);
        tunnel = RoleProcess.start(
                "tunnel", TunnelRole.class, ClassPath.of(List.of(TunnelRole.class, Role.class, Tunnel.class)), within);
        probe = RoleProcess.start("probe", EchoProbe.class, ClassPath.of(List.of(EchoProbe.class, Role.class)), within);
    }

    @AfterEach
    void stop() {
        if (namespace != null) {
            probe.close();
            tunnel.close();
            namespace.close();
        }
    }

    @Test
    void no_round_trip_over_a_stream_is_faster_than_twice_the_delay() throws Exception {
        String host = open(LATE);

        Echoed echoed = probe.ask(new Stream(host, 100), Echoed.class, LIMIT);

        assertThat(echoed.inOrder()).isEqualTo(100);
        assertThat(echoed.fastestNanos()).isGreaterThanOrEqualTo(2 * LATE.delayNanos());
        assertThat(seen().lost()).isZero();
        assertThat(seen().overflowed()).isZero();
    }

    @Tag("slow")
    @Test
    void a_stream_brings_all_in_order_though_packets_are_lost() throws Exception {
        String host = open(LOSING);

        Echoed echoed = probe.ask(new Stream(host, 400), Echoed.class, LIMIT);

        assertThat(echoed.inOrder()).isEqualTo(400);
        assertThat(seen().lost()).isPositive();
    }

    @Test
    void the_datagrams_that_do_not_come_back_are_exactly_those_that_were_lost() throws Exception {
        String host = open(LOSING);

        Returned returned = probe.ask(new Datagrams(host, 2_000), Returned.class, LIMIT);

        OverOne seen = seen();
        assertThat(seen.lost()).isPositive();
        assertThat(seen.overflowed()).isZero();
        assertThat(returned.distinct() + seen.lost()).isEqualTo(2_000);
        assertThat(seen.arrived()).isEqualTo(seen.passed() + seen.lost());
    }

    @Test
    void two_networks_at_once_are_told_apart() throws Exception {
        List<String> hosts = tunnel.ask(new Open(List.of(LATE, LOSING), SEED), Opened.class, LIMIT)
                .hosts();

        Echoed late = probe.ask(new Stream(hosts.get(0), 20), Echoed.class, LIMIT);
        Returned lossy = probe.ask(new Datagrams(hosts.get(1), 1_000), Returned.class, LIMIT);

        assertThat(late.fastestNanos()).isGreaterThanOrEqualTo(2 * LATE.delayNanos());
        assertThat(lossy.distinct()).isLessThan(1_000);
        assertThat(seen().lost()).isZero();
        assertThat(seen(1).lost()).isPositive();
    }

    @Test
    void the_machines_own_servers_are_not_to_be_had_within() throws Exception {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answered answered = probe.ask(new Knock("127.0.0.1", outside.getLocalPort()), Answered.class, LIMIT);

            assertThat(answered.connected()).isFalse();
        }
    }

    @Test
    void a_second_tunnel_in_the_same_namespace_is_refused_in_one_line() throws Exception {
        String unused = open(LATE);

        assertThatThrownBy(() -> tunnel.ask(new Open(List.of(LATE), SEED), Opened.class, LIMIT))
                .isInstanceOf(RoleFailedException.class)
                .hasMessageContaining("can't make the TUN device anywire0");
    }

    private String open(Path path) throws InterruptedException {
        return tunnel.ask(new Open(List.of(path), SEED), Opened.class, LIMIT)
                .hosts()
                .get(0);
    }

    private OverOne seen() throws InterruptedException {
        return seen(0);
    }

    private OverOne seen(int network) throws InterruptedException {
        return tunnel.ask(new Crossing(), Crossed.class, LIMIT).networks().get(network);
    }
}
