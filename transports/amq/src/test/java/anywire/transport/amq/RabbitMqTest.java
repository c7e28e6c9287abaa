package anywire.transport.amq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Reply;
import anywire.transport.Server;
import anywire.transport.TransportException;
import anywire.transport.kit.LocalHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only RabbitMQ has, or is asked for: disks, alarms, nothing left behind. One node for all tests. */
class RabbitMqTest {
    /** Confirmed, or handed over, before each kill and after the last. More where figures are wanted. */
    private static final int EVENTS = Integer.getInteger("anywire.events", 1_000);

    private static final int KILLS = Integer.getInteger("anywire.events") == null ? 1 : 3;

    private static final Duration LIMIT = Duration.ofSeconds(120 + EVENTS / 500);

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningBroker broker;

    private final AmqTransport transport = new AmqTransport();
    private final Notes notes = new Notes();
    private final LocalHost host = new LocalHost("amq-test", 4, Map.of("amq.password", RunningBroker.SECRET));

    @BeforeAll
    static void startRabbitMq() throws Exception {
        assumeThat(RabbitMqHome.find())
                .as("rabbitmq-server is not installed: its tests are skipped")
                .isPresent();
        broker = RunningBroker.local(folder);
    }

    @AfterAll
    static void leaves_no_process_behind() {
        if (broker == null) {
            return;
        }
        List<Long> processes = broker.running().processes();
        assertThat(processes).hasSizeGreaterThan(1);
        broker.close();
        await().atMost(LIMIT)
                .until(() -> processes.stream()
                        .noneMatch(pid -> ProcessHandle.of(pid)
                                .map(ProcessHandle::isAlive)
                                .orElse(false)));
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @Test
    void loses_no_confirmed_durable_event_though_the_broker_is_killed_under_load() throws Exception {
        Set<Integer> confirmed = ConcurrentHashMap.newKeySet();
        Map<String, Long> counts = sendOverKills(
                "?namespace=durable&delivery=durable",
                confirmed,
                () -> await().atMost(LIMIT).until(() -> Set.copyOf(notes.noted).containsAll(confirmed)));
        System.out.printf(
                "%d durable events confirmed, none of them lost over %d kills; handled twice: %s; server %s%n",
                confirmed.size(), KILLS, shown(doubled()), counts);
    }

    /** How many are lost is a matter of how far ahead of the broker the sender is: a figure. */
    @Test
    @Tag("slow")
    void transient_events_lost_under_load_can_be_told() throws Exception {
        Set<Integer> handedOver = ConcurrentHashMap.newKeySet();
        AtomicInteger before = new AtomicInteger(-1);
        Map<String, Long> counts = sendOverKills(
                "?namespace=load&delivery=transient",
                handedOver,
                // What still comes has come once nothing did for a while.
                () -> await().atMost(LIMIT)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> before.getAndSet(notes.noted.size()) == notes.noted.size()));
        Set<Integer> lost = new TreeSet<>(handedOver);
        lost.removeAll(Set.copyOf(notes.noted));
        assertThat(doubled()).isEmpty();
        System.out.printf(
                "%d transient events handed over; lost over %d kills: %s; server %s%n",
                handedOver.size(), KILLS, shown(lost), counts);
    }

    private interface Afterwards {
        void look() throws Exception;
    }

    /** @return the server's counts */
    private Map<String, Long> sendOverKills(String options, Set<Integer> sent, Afterwards afterwards) throws Exception {
        Endpoint endpoint = broker.endpoint(options);
        AtomicBoolean enough = new AtomicBoolean();
        try (Server server = transport.serve(endpoint, List.of(notes), host);
                Client client = transport.connect(endpoint, host)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(
                    () -> send(client, enough, sent),
                    task -> host.threads("sender").newThread(task).start());
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitMore(sent);
                broker.killAndRestart();
            }
            awaitMore(sent);
            enough.set(true);
            sending.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            afterwards.look();
            return server.counts();
        }
    }

    private static void awaitMore(Set<Integer> sent) {
        int before = sent.size();
        await().atMost(LIMIT).until(() -> sent.size() >= before + EVENTS);
    }

    @Test
    void transient_events_die_with_the_broker_and_it_can_be_told_which() throws Exception {
        Endpoint endpoint = broker.endpoint("?namespace=transient&delivery=transient");
        try (Client client = transport.connect(endpoint, host)) {
            try (Server server = transport.serve(endpoint, List.of(notes), host)) {
                handOver(client, 0, EVENTS);
                await().atMost(LIMIT).until(() -> notes.noted.size() == EVENTS);
            }
            // Nobody takes these: they are the broker's when it is killed.
            handOver(client, EVENTS, 2 * EVENTS);
            broker.killAndRestart();
            try (Server server = transport.serve(endpoint, List.of(notes), host)) {
                await().atMost(LIMIT).until(() -> answers(client));
                handOver(client, 2 * EVENTS, 3 * EVENTS);
                await().atMost(LIMIT).until(() -> notes.noted.size() >= 2 * EVENTS);
                Set<Integer> lost =
                        IntStream.range(0, 3 * EVENTS).boxed().collect(Collectors.toCollection(TreeSet::new));
                lost.removeAll(Set.copyOf(notes.noted));
                System.out.printf(
                        "%d transient events handed over; lost with the broker: %s; server %s%n",
                        3 * EVENTS, shown(lost), server.counts());
                assertThat(lost)
                        .containsExactlyElementsOf(
                                IntStream.range(EVENTS, 2 * EVENTS).boxed().toList());
                assertThat(doubled()).isEmpty();
            }
        }
    }

    private static void handOver(Client client, int from, int to) throws Exception {
        Semaphore underWay = new Semaphore(64);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int number = from; number < to; number++) {
            underWay.acquire();
            all.add(client.send(Notes.note(number)).whenComplete((nothing, failure) -> underWay.release()));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean answers(Client client) throws InterruptedException {
        try {
            return client.call(Notes.echo("hello")).get(LIMIT.toSeconds(), TimeUnit.SECONDS) instanceof Reply.Done;
        } catch (ExecutionException | TimeoutException e) {
            return false;
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
    private static void send(Client client, AtomicBoolean enough, Set<Integer> confirmed) {
        Semaphore underWay = new Semaphore(64);
        AtomicBoolean away = new AtomicBoolean();
        for (int number = 0; !enough.get(); number++) {
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
        Endpoint endpoint = broker.endpoint("?namespace=memory");
        try (Server server = transport.serve(endpoint, List.of(notes), host);
                Client client = transport.connect(endpoint, host)) {
            client.send(Notes.note(1)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
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
            client.send(Notes.call(Notes.NOTE, "2", Duration.ofMillis(500))).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TransportException.Overloaded;
        }
    }

    private static void rabbitmqctl(String... arguments) throws Exception {
        RabbitMqHome home = RabbitMqHome.find().orElseThrow();
        String command = ". " + folder.resolve("node.env") + " && '"
                + home.folder().resolve("sbin/rabbitmqctl") + "' " + String.join(" ", arguments);
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
