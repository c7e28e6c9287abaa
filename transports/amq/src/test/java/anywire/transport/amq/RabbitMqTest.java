package anywire.transport.amq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Client;
import anywire.transport.LocalHost;
import anywire.transport.Server;
import anywire.transport.TransportException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only RabbitMQ has, or is asked for: disks, alarms, nothing left behind. */
class RabbitMqTest {
    private static final int EVENTS = Integer.getInteger("anywire.events", 3_000);
    /** Each takes seconds: more only where figures are wanted. */
    private static final int KILLS = Integer.getInteger("anywire.events") == null ? 1 : 3;

    private static final Duration LIMIT = Duration.ofSeconds(60 + EVENTS / 500);

    @TempDir
    Path folder;

    private final AmqTransport transport = new AmqTransport();
    private final Notes notes = new Notes();
    private final LocalHost host = new LocalHost("amq-test", 4, Map.of("amq.password", RunningBroker.SECRET));

    @BeforeAll
    static void needsRabbitMq() {
        assumeThat(RabbitMqHome.find())
                .as("rabbitmq-server is not installed: its tests are skipped")
                .isPresent();
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @Test
    void loses_no_confirmed_durable_event_though_the_broker_is_killed_under_load() throws Exception {
        Set<Integer> confirmed = ConcurrentHashMap.newKeySet();
        Map<String, Long> counts = sendOverKills(KILLS, "?delivery=durable", confirmed, () -> {
            await().atMost(LIMIT).until(() -> Set.copyOf(notes.noted).containsAll(confirmed));
        });
        assertThat(confirmed.size()).isGreaterThan(EVENTS / 2);
        System.out.printf(
                "%d of %d durable events confirmed, none of them lost over %d kills; handled twice: %s; server %s%n",
                confirmed.size(), EVENTS, KILLS, shown(doubled()), counts);
    }

    @Test
    void transient_events_die_with_the_broker_and_it_can_be_told_which() throws Exception {
        Set<Integer> handedOver = ConcurrentHashMap.newKeySet();
        AtomicInteger before = new AtomicInteger(-1);
        Map<String, Long> counts = sendOverKills(
                3,
                "?delivery=transient",
                handedOver,
                // What still comes has come once nothing did for a while.
                () -> await().atMost(LIMIT)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> before.getAndSet(notes.noted.size()) == notes.noted.size()));
        Set<Integer> lost = new TreeSet<>(handedOver);
        lost.removeAll(Set.copyOf(notes.noted));
        assertThat(doubled()).isEmpty();
        assertThat(lost).isNotEmpty();
        System.out.printf(
                "%d of %d transient events handed over; lost over %d kills: %s; server %s%n",
                handedOver.size(), EVENTS, 3, shown(lost), counts);
    }

    private interface Afterwards {
        void look() throws Exception;
    }

    /** @return the server's counts */
    private Map<String, Long> sendOverKills(int kills, String options, Set<Integer> sent, Afterwards afterwards)
            throws Exception {
        try (RunningBroker broker = RunningBroker.local(folder);
                Server server = transport.serve(broker.endpoint(options), List.of(notes), host);
                Client client = transport.connect(broker.endpoint(options), host)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(
                    () -> send(client, EVENTS, sent),
                    task -> host.threads("sender").newThread(task).start());
            for (int kill = 1; kill <= kills; kill++) {
                int after = kill * EVENTS / (kills + 1);
                await().atMost(LIMIT).until(() -> sent.size() >= after || sending.isDone());
                broker.killAndRestart();
            }
            sending.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            afterwards.look();
            return server.counts();
        }
    }

    private Set<Integer> doubled() {
        Set<Integer> once = new HashSet<>();
        return notes.noted.stream().filter(number -> !once.add(number)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(Set<Integer> numbers) {
        String some = numbers.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() + (numbers.isEmpty() ? "" : " (" + some + (numbers.size() > 20 ? ", ..." : "") + ")");
    }

    /** 64 at a time; what fails is not sent again. After a failure it waits a little: the broker is away. */
    private static void send(Client client, int all, Set<Integer> confirmed) {
        Semaphore underWay = new Semaphore(64);
        AtomicBoolean away = new AtomicBoolean();
        for (int number = 0; number < all; number++) {
            int sent = number;
            if (away.getAndSet(false)) {
                LockSupport.parkNanos(100_000_000);
            }
            underWay.acquireUninterruptibly();
            CompletableFuture<Void> ignored = client.send(Notes.note(sent)).whenComplete((nothing, failure) -> {
                underWay.release();
                if (failure == null) {
                    confirmed.add(sent);
                } else {
                    away.set(true);
                }
            });
        }
        underWay.acquireUninterruptibly(64);
    }

    @Test
    void a_broker_short_of_memory_is_told_as_overload_and_passes() throws Exception {
        try (RunningBroker broker = RunningBroker.local(folder);
                Server server = transport.serve(broker.endpoint(""), List.of(notes), host);
                Client client = transport.connect(broker.endpoint(""), host)) {
            client.send(Notes.note(1)).get(5, TimeUnit.SECONDS);
            rabbitmqctl("set_vm_memory_high_watermark", "0.0000001");
            await().atMost(LIMIT).until(() -> overloaded(client));
            rabbitmqctl("set_vm_memory_high_watermark", "0.4");
            await().atMost(LIMIT).until(() -> !overloaded(client));
            assertThat(client.counts().get("pauses that the broker asked for")).isPositive();
            assertThat(server.counts()).doesNotContainKey("events dropped");
        }
    }

    private static boolean overloaded(Client client) throws Exception {
        try {
            client.send(Notes.call(Notes.NOTE, "2", Duration.ofMillis(500))).get(5, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TransportException.Overloaded;
        }
    }

    @Test
    void leaves_no_process_behind() throws Exception {
        List<Long> processes;
        try (RunningBroker broker = RunningBroker.local(folder)) {
            processes = broker.running().processes();
            assertThat(processes).hasSizeGreaterThan(1);
        }
        await().atMost(LIMIT)
                .until(() -> processes.stream()
                        .noneMatch(pid -> ProcessHandle.of(pid)
                                .map(ProcessHandle::isAlive)
                                .orElse(false)));
    }

    private void rabbitmqctl(String... arguments) throws Exception {
        RabbitMqHome home = RabbitMqHome.find().orElseThrow();
        String command = ". " + folder.resolve("node.env") + " && '"
                + home.folder().resolve("sbin/rabbitmqctl") + "' " + String.join(" ", arguments);
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
