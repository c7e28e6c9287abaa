package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Client;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Whatever a hostile peer sends to the server's port, good calls go on. */
final class HostileBytes {
    private static final int CONNECTIONS = 30;
    private static final long GROWTH_BYTES = 64L << 20;
    /** Fixed: a failure can be had again. */
    private static final long SEED = 20_240_229;

    @Check(needs = Kind.CALL)
    void random_bytes_do_no_harm(CheckRig rig) throws Exception {
        Random random = new Random(SEED);
        goodCallsGoOn(rig, peer -> {
            for (int i = 0; i < CONNECTIONS; i++) {
                byte[] noise = new byte[1 << random.nextInt(17)];
                random.nextBytes(noise);
                peer.send(noise);
            }
        });
    }

    @Check(needs = Kind.CALL)
    void huge_lengths_do_no_harm(CheckRig rig) throws Exception {
        goodCallsGoOn(rig, peer -> {
            for (int first : new int[] {0x00, 0x01, 0x7f, 0x80, 0xff}) {
                for (int rest : new int[] {0x00, 0x7f, 0xff}) {
                    byte[] lengths = new byte[64];
                    Arrays.fill(lengths, (byte) rest);
                    lengths[0] = (byte) first;
                    peer.send(lengths);
                }
            }
        });
    }

    @Check(needs = Kind.CALL)
    void announced_but_never_sent_bytes_take_no_memory(CheckRig rig) throws Exception {
        SocketAddress wire = RawAddress.STREAM.require(rig);
        rig.stillWorks(rig.client());
        long before = memoryBytes();
        try (HostilePeer peer = new HostilePeer(wire)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                peer.send(new byte[] {0x7f, -1, -1, -1, 0x7f, -1, -1, -1, 0x7f, -1, -1, -1});
                peer.send(new byte[] {0, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0});
                peer.send(new byte[] {-1, -1, -1, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0});
            }
            peer.awaitReaction();
            rig.stillWorks(rig.newClient());
            assertThat(memoryBytes() - before).isLessThan(GROWTH_BYTES);
        }
    }

    @Check(needs = Kind.CALL)
    void connections_that_come_and_go_do_no_harm(CheckRig rig) throws Exception {
        goodCallsGoOn(rig, peer -> {
            for (int i = 0; i < 4 * CONNECTIONS; i++) {
                peer.sendAndLeave(new byte[i % 3]);
            }
        });
    }

    @Check(needs = Kind.CALL)
    void peers_who_say_nothing_do_not_hold_up_others(CheckRig rig) throws Exception {
        goodCallsGoOn(rig, peer -> {
            for (int i = 0; i < CONNECTIONS; i++) {
                peer.send(new byte[i % 2]);
            }
        });
    }

    @Check(needs = Kind.CALL)
    void a_good_callers_words_broken_off_anywhere_do_no_harm(CheckRig rig) throws Exception {
        SocketAddress wire = RawAddress.STREAM.require(rig);
        byte[] said;
        try (Tap tap = new Tap(wire, UnaryOperator.identity(), UnaryOperator.identity())) {
            Client tapped = through(rig, tap);
            for (int i = 0; i < 3; i++) {
                Wait.done(tapped.call(Requests.ask(rig.lab().write, Requests.pattern(60))));
            }
            said = tap.said();
            tapped.close();
        }
        assertThat(said).isNotEmpty();
        goodCallsGoOn(rig, peer -> {
            for (int i = 1; i <= 2 * CONNECTIONS; i++) {
                byte[] cut = Arrays.copyOf(said, Math.max(1, said.length * i / (2 * CONNECTIONS)));
                if (i % 2 == 0) {
                    peer.send(cut);
                } else {
                    peer.sendAndLeave(cut);
                }
            }
        });
    }

    @Check(needs = Kind.CALL)
    void garbled_questions_do_no_harm(CheckRig rig) throws Exception {
        garbled(rig, new Random(SEED), true);
    }

    @Check(needs = Kind.CALL)
    void garbled_answers_do_no_harm(CheckRig rig) throws Exception {
        garbled(rig, new Random(SEED), false);
    }

    /** A garbled call may get any outcome, but gets one in its time; the client works on once the line is good again. */
    private static void garbled(CheckRig rig, Random random, boolean questions) throws Exception {
        SocketAddress wire = RawAddress.STREAM.require(rig);
        UnaryOperator<byte[]> garble = bytes -> garble(bytes, random);
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        List<Client> clients = new ArrayList<>();
        try (Tap tap = new Tap(
                wire, questions ? garble : UnaryOperator.identity(), questions ? UnaryOperator.identity() : garble)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                Client client = through(rig, tap);
                clients.add(client);
                for (int j = 0; j < 3; j++) {
                    replies.add(client.call(Requests.within(
                            Duration.ofMillis(400), Requests.ask(rig.lab().write, Requests.pattern(40)))));
                }
            }
            for (CompletableFuture<Reply> reply : replies) {
                Wait.failure(reply);
            }
        }
        clients.forEach(Client::close);
        rig.stillWorks(rig.newClient());
        rig.stillWorks(rig.client());
    }

    private static byte[] garble(byte[] bytes, Random random) {
        synchronized (random) {
            byte[] garbled = bytes.clone();
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                garbled[random.nextInt(garbled.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return garbled;
        }
    }

    @Check(needs = Kind.CALL)
    void random_datagrams_do_no_harm(CheckRig rig) throws Exception {
        SocketAddress wire = RawAddress.DATAGRAMS.require(rig);
        Random random = new Random(SEED);
        Client known = rig.client();
        rig.stillWorks(known);
        long before = memoryBytes();
        try (HostilePeer peer = new HostilePeer(wire)) {
            for (int i = 0; i < 1_000; i++) {
                byte[] noise = new byte[random.nextInt(i % 10 == 0 ? 60_000 : 1_400)];
                random.nextBytes(noise);
                peer.sendDatagram(noise);
            }
        }
        rig.stillWorks(known);
        rig.stillWorks(rig.newClient());
        assertThat(memoryBytes() - before).isLessThan(GROWTH_BYTES);
    }

    private interface Attack {
        void by(HostilePeer peer) throws IOException;
    }

    private static void goodCallsGoOn(CheckRig rig, Attack attack) throws Exception {
        SocketAddress wire = RawAddress.STREAM.require(rig);
        Client known = rig.client();
        rig.stillWorks(known);
        var held = known.call(Requests.ask(rig.lab().hold, "under way"));
        Held waiting = rig.lab().nextHeld();
        try (HostilePeer peer = new HostilePeer(wire)) {
            attack.by(peer);
            peer.awaitReaction();
            rig.stillWorks(known);
            rig.stillWorks(rig.newClient());
            waiting.answer();
            Wait.done(held);
        }
        rig.stillWorks(known);
    }

    private static Client through(CheckRig rig, Tap tap) throws IOException {
        return rig.connect(rig.endpoint().at(tap.address(rig.transport().scheme())), rig.host());
    }

    private static long memoryBytes() {
        System.gc();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
