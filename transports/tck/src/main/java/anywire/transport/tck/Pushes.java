package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Format;
import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.opentest4j.TestAbortedException;

/** Subscribing, and hearing what is published. */
final class Pushes {
    /** Together with {@link #ITEM_BYTES} more than any socket buffers. */
    private static final long MANY = 20_000;

    private static final int ITEM_BYTES = 1_000;

    @Check(needs = Kind.PUSH)
    void items_arrive_whole(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        rig.subscribe("topic", ear);
        List<byte[]> items = List.of(
                "{\"text\":\"né\\n\\n data: x\"}\r\n\n".getBytes(StandardCharsets.UTF_8),
                Requests.pattern(1000),
                new byte[] {0, 10, 13, 10, 10, 0, -1, 58},
                new byte[0]);
        for (byte[] item : items) {
            rig.publish("topic", item);
        }
        ear.awaitHeard(items.size());
        assertThat(ear.heard().stream().map(Body::bytes)).containsExactlyInAnyOrderElementsOf(items);
    }

    @Check(needs = Kind.PUSH)
    void each_subscriber_hears_in_the_format_that_it_asked_for(CheckRig rig) throws Exception {
        List<Format> formats = List.of(Format.BINARY, Format.JSON, Lab.OPEN);
        List<Ear> ears = new ArrayList<>();
        for (Format format : formats) {
            Ear ear = new Ear();
            ears.add(ear);
            Wait.value(rig.client().subscribe(Requests.accepting(format, rig.feed()), "topic", ear));
        }
        Map<Format, Integer> asked = new ConcurrentHashMap<>();
        Wait.value(rig.lab().publisher().publish(rig.lab().feed, Set.of("topic"), format -> {
            asked.merge(format, 1, Integer::sum);
            return new Body(format, Requests.bytes(format.id()));
        }));
        for (int i = 0; i < formats.size(); i++) {
            ears.get(i).awaitHeard(1);
            assertThat(ears.get(i).heard())
                    .containsExactly(new Body(
                            formats.get(i), Requests.bytes(formats.get(i).id())));
        }
        assertThat(asked.values()).as("times that each format was asked for").containsOnly(1);
    }

    @Check(needs = Kind.PUSH)
    void a_topic_belongs_to_its_operation(CheckRig rig) throws Exception {
        Ear feed = new Ear();
        Ear other = new Ear();
        rig.subscribe("topic", feed);
        Wait.value(rig.client().subscribe(Requests.ask(rig.lab().otherFeed, new byte[0]), "topic", other));
        Wait.value(rig.lab().publisher().publish(rig.lab().otherFeed, Set.of("topic"), Pushes::seven));
        other.awaitHeard(1);
        publish(rig, "topic", 8);
        feed.awaitHeard(1);
        assertThat(feed.numbers()).containsExactly(8L);
        assertThat(other.numbers()).containsExactly(7L);
    }

    private static Body seven(Format format) {
        return new Body(format, Requests.bytes(7));
    }

    @Check(needs = Kind.PUSH)
    void each_topic_reaches_its_own_subscribers(CheckRig rig) throws Exception {
        Ear ann = new Ear();
        Ear bob = new Ear();
        rig.subscribe("ann", ann);
        rig.subscribe("bob", bob);
        for (long i = 0; i < 10; i++) {
            publish(rig, i % 2 == 0 ? "ann" : "bob", i);
        }
        ann.awaitHeard(5);
        bob.awaitHeard(5);
        assertThat(ann.numbers()).containsExactlyInAnyOrder(0L, 2L, 4L, 6L, 8L);
        assertThat(bob.numbers()).containsExactlyInAnyOrder(1L, 3L, 5L, 7L, 9L);
    }

    @Check(needs = Kind.PUSH)
    void all_subscribers_of_a_topic_hear_each_item_once(CheckRig rig) throws Exception {
        Ear first = new Ear();
        Ear second = new Ear();
        Ear elsewhere = new Ear();
        rig.subscribe("topic", first);
        rig.subscribe("topic", second);
        Wait.value(rig.newClient().subscribe(rig.feed(), "topic", elsewhere));
        publish(rig, "topic", 1);
        publish(rig, "topic", 2);
        for (Ear ear : List.of(first, second, elsewhere)) {
            ear.awaitHeard(2);
            assertThat(ear.numbers()).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Check(needs = Kind.PUSH)
    void an_item_of_two_topics_is_heard_under_each(CheckRig rig) throws Exception {
        Ear ann = new Ear();
        Ear bob = new Ear();
        rig.subscribe("ann", ann);
        rig.subscribe("bob", bob);
        Wait.value(rig.publishing(Set.of("ann", "bob", "nobody"), Requests.bytes(5)));
        ann.awaitHeard(1);
        bob.awaitHeard(1);
        assertThat(ann.numbers()).containsExactly(5L);
        assertThat(bob.numbers()).containsExactly(5L);
    }

    @Check(needs = Kind.PUSH, promises = Guarantee.PUSHES_IN_ORDER)
    void items_of_a_topic_are_heard_in_the_order_of_publishing(CheckRig rig) throws Exception {
        Ear ear = new Ear();
        rig.subscribe("topic", ear);
        for (long i = 0; i < 500; i++) {
            publish(rig, "topic", i);
        }
        if (rig.guarantees().promises(Guarantee.PUSHES_ARRIVE)) {
            ear.awaitHeard(500);
            assertThat(ear.gaps()).isZero();
        }
        assertThat(ear.numbers()).isSorted();
    }

    @Check(needs = Kind.PUSH)
    void publishing_to_nobody_is_fine(CheckRig rig) throws Exception {
        Wait.value(rig.publishing(Set.of("nobody"), Requests.bytes(1)));
        Wait.value(rig.publishing(Set.of(), Requests.bytes(1)));
    }

    @Check(
            needs = {Kind.CALL, Kind.PUSH},
            promises = Guarantee.GAPS_ARE_TOLD)
    void a_slow_listener_holds_up_nobody_and_is_told_what_it_missed(CheckRig rig) throws Exception {
        Ear slow = new Ear();
        Ear brisk = new Ear();
        rig.subscribe("topic", slow);
        Client other = rig.newClient();
        Wait.value(other.subscribe(rig.feed(), "topic", brisk));
        publish(rig, "topic", 0);
        slow.awaitHeard(1);
        if (slow.thread() == Thread.currentThread()) {
            throw new TestAbortedException("a push is a call on the publisher's own thread: there is nothing between");
        }
        CountDownLatch release = new CountDownLatch(1);
        slow.standStillUntil(release);
        try {
            Wait.value(Aside.run(() -> publishMany(rig)));
            Wait.until("the others hear on", () -> brisk.all().contains(MANY) || brisk.gaps() > 0);
            rig.stillWorks(other);
        } finally {
            release.countDown();
        }
        Wait.until("the slow one hears all, or of a gap", () -> slow.all().contains(MANY) || slow.gaps() > 0);
        if (slow.gaps() == 0) {
            assertThat(slow.numbers()).hasSize((int) MANY + 1);
        } else if (rig.guarantees().promises(Guarantee.PUSHES_IN_ORDER)) {
            List<Long> all = List.copyOf(slow.all());
            List<Long> before = all.subList(0, all.indexOf(Ear.GAP));
            assertThat(before)
                    .containsExactlyElementsOf(
                            LongStream.range(0, before.size()).boxed().toList());
        }
    }

    private static void publishMany(CheckRig rig) {
        for (long i = 1; i <= MANY; i++) {
            byte[] item = ByteBuffer.allocate(ITEM_BYTES).putLong(i).array();
            CompletableFuture<Void> unused = rig.publishing(Set.of("topic"), item);
        }
    }

    @Check(needs = Kind.PUSH, promises = Guarantee.PUSH_REACHES_REPLICAS)
    void a_publish_at_one_replica_reaches_the_subscribers_of_all(CheckRig rig) throws Exception {
        rig.server();
        rig.serve(rig.endpoint(), List.of(rig.lab()));
        Ear ear = new Ear();
        rig.subscribe("topic", ear);
        for (int replica = 0; replica < 2; replica++) {
            byte[] item = Requests.bytes(replica);
            Wait.value(rig.lab()
                    .publishers
                    .get(replica)
                    .publish(rig.lab().feed, Set.of("topic"), format -> new Body(format, item)));
        }
        ear.awaitHeard(2);
        assertThat(ear.numbers()).containsExactlyInAnyOrder(0L, 1L);
    }

    static void publish(CheckRig rig, String topic, long number) throws InterruptedException {
        rig.publish(topic, Requests.bytes(number));
    }
}
