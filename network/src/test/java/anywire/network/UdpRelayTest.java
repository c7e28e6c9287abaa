package anywire.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between a socket that sends numbers and one that remembers and echoes them. */
class UdpRelayTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration DELAY = Duration.ofMillis(20);
    /** A bound against hanging. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int SILENCE_MILLIS = 300;

    private final Queue<Long> heard = new ConcurrentLinkedQueue<>();
    private DatagramSocket server;
    private DatagramSocket client;
    private Relay relay;

    @BeforeEach
    void start() throws Exception {
        server = new DatagramSocket(0, HERE);
        client = new DatagramSocket(0, HERE);
        client.setSoTimeout((int) PATIENCE.toMillis());
        Thread echo = new Thread(this::echo);
        echo.setDaemon(true);
        echo.start();
        relay = Relay.udp(
                new InetSocketAddress(HERE, 0), new InetSocketAddress(HERE, server.getLocalPort()), Conditions.NONE, 7);
    }

    @AfterEach
    void stop() {
        relay.close();
        server.close();
        client.close();
    }

    private void echo() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[8], 8);
                server.receive(packet);
                heard.add(ByteBuffer.wrap(packet.getData()).getLong());
                server.send(packet);
            }
        } catch (java.io.IOException closed) {
            // The test is over.
        }
    }

    private void send(long number) throws Exception {
        byte[] bytes = ByteBuffer.allocate(8).putLong(number).array();
        client.send(new DatagramPacket(bytes, 8, relay.address()));
    }

    private long receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[8], 8);
        client.receive(packet);
        assertThat(packet.getSocketAddress()).isEqualTo(relay.address());
        return ByteBuffer.wrap(packet.getData()).getLong();
    }

    private static boolean isSilent(DatagramSocket socket) throws Exception {
        int patience = socket.getSoTimeout();
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            socket.receive(new DatagramPacket(new byte[8], 8));
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    @Test
    void passes_on_both_ways() throws Exception {
        for (long i = 0; i < 50; i++) {
            send(i);
            assertThat(receive()).isEqualTo(i);
        }

        await().atMost(PATIENCE).until(() -> relay.tally().passed() == 100);
        assertThat(relay.tally().arrived()).isEqualTo(100);
    }

    @Test
    void nothing_comes_before_its_time() throws Exception {
        relay.set(Conditions.NONE.withDelay(DELAY));
        long before = System.nanoTime();
        send(1);
        long ignored = receive();

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(2 * DELAY.toNanos());
    }

    @Test
    void delayed_datagrams_are_under_way_together() throws Exception {
        relay.set(Conditions.NONE.withDelay(DELAY.multipliedBy(20)));
        // Again where this machine took longer to send them than the first was delayed.
        await().atMost(PATIENCE).until(() -> {
            heard.clear();
            RelayTally before = relay.tally();
            for (long i = 0; i < 100; i++) {
                send(i);
            }
            long mostUnderWay = 0;
            while (heard.size() < 100 && !Thread.currentThread().isInterrupted()) {
                RelayTally now = relay.tally();
                long passed = now.passed() - before.passed();
                mostUnderWay = Math.max(mostUnderWay, now.arrived() - before.arrived() - passed);
            }
            assertThat(new ArrayList<>(heard)).isSorted();
            return mostUnderWay == 100;
        });
    }

    @Test
    void what_is_lost_is_told_and_nothing_else_is_missing() throws Exception {
        relay.set(Conditions.NONE.withLoss(0.3));
        List<Long> lost = new ArrayList<>();
        relay.onLoss((direction, datagram) -> {
            if (direction == Relay.Direction.TO_SERVER) {
                lost.add(ByteBuffer.wrap(datagram).getLong());
            }
        });
        List<Long> sent = new ArrayList<>();
        for (long i = 0; i < 200; i++) {
            send(i);
            sent.add(i);
        }
        await().atMost(PATIENCE).until(() -> heard.size() + lost.size() == 200);

        assertThat(lost).hasSizeBetween(20, 110);
        sent.removeAll(lost);
        assertThat(heard).containsExactlyElementsOf(sent);
    }

    @Test
    void doubles_and_reorders() throws Exception {
        relay.set(Conditions.NONE.withDoubling(1));
        send(1);
        await().atMost(PATIENCE).until(() -> heard.size() == 2);
        relay.set(Conditions.NONE.withDelay(DELAY).withReordering(0.5));
        heard.clear();
        for (long i = 0; i < 100; i++) {
            send(i);
        }
        await().atMost(PATIENCE).until(() -> heard.size() == 100);

        assertThat(new ArrayList<>(heard).stream().sorted().toList()).isNotEqualTo(new ArrayList<>(heard));
        assertThat(heard).doesNotHaveDuplicates();
    }

    @Test
    void a_stall_keeps_all_and_a_black_hole_nothing() throws Exception {
        relay.set(Flow.STALLED);
        send(1);
        assertThat(isSilent(client)).isTrue();
        relay.set(Flow.OPEN);
        assertThat(receive()).isEqualTo(1);

        relay.set(Flow.BLACK_HOLE);
        send(2);
        assertThat(isSilent(client)).isTrue();
        relay.set(Flow.OPEN);
        send(3);
        assertThat(receive()).isEqualTo(3);
        assertThat(heard).containsExactly(1L, 3L);
        assertThat(relay.tally().lost()).isEqualTo(1);
    }

    @Test
    void clients_do_not_get_each_others_answers() throws Exception {
        try (DatagramSocket other = new DatagramSocket(0, HERE)) {
            send(1);
            assertThat(receive()).isEqualTo(1);
            assertThat(isSilent(other)).isTrue();
        }
    }
}
