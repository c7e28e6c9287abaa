package anywire.transport.tcp;

import static anywire.transport.tck.EchoService.LISTEN;
import static anywire.transport.tck.EchoService.call;
import static anywire.transport.tck.EchoService.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Listener;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Subscription;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TcpPushTest {
    private static final String GAP = "gap";

    private static class Heard implements Listener {
        final Queue<String> items = new ConcurrentLinkedQueue<>();

        @Override
        public void push(Body item) {
            items.add(text(item));
        }

        @Override
        public void gap() {
            items.add(GAP);
        }
    }

    @Test
    void whatever_is_published_once_live_is_heard_in_order_by_those_who_subscribed() {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            Heard ann = new Heard();
            Heard bob = new Heard();
            client.subscribe(call(LISTEN, ""), "ann", ann).join();
            client.subscribe(call(LISTEN, ""), "bob", bob).join();
            List<String> items =
                    IntStream.range(0, 1000).mapToObj(i -> "item " + i).toList();
            items.forEach(item -> loopback.service.publish("ann", item));
            loopback.service.publish("bob", "last");
            await().until(() -> bob.items.contains("last"));
            assertThat(ann.items).containsExactlyElementsOf(items);
            assertThat(bob.items).containsExactly("last");
        }
    }

    @Test
    void who_is_not_admitted_hears_the_refusal() {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            assertThat(TcpTransportTest.failure(client.subscribe(call(LISTEN, ""), "secret", new Heard())))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN));
        }
    }

    @Test
    void who_closes_a_subscription_hears_no_more_of_it() {
        try (TcpLoopback loopback = new TcpLoopback("");
                Client client = loopback.client()) {
            Heard closed = new Heard();
            Heard other = new Heard();
            Subscription subscription =
                    client.subscribe(call(LISTEN, ""), "ann", closed).join();
            client.subscribe(call(LISTEN, ""), "ann", other).join();
            subscription.close();
            subscription.close();
            loopback.service.publish("ann", "item");
            await().until(() -> other.items.contains("item"));
            assertThat(closed.items).isEmpty();
            assertThat(subscription.ended()).isCompletedWithValue(null);
        }
    }

    @Test
    void subscriptions_come_back_after_a_restart_and_say_that_there_is_a_gap() {
        try (TcpLoopback loopback = new TcpLoopback("?maxInFlight=1");
                Client client = loopback.client()) {
            Heard ann = new Heard();
            Heard bob = new Heard();
            Subscription subscription =
                    client.subscribe(call(LISTEN, ""), "ann", ann).join();
            client.subscribe(call(LISTEN, ""), "bob", bob).join();
            loopback.service.publish("ann", "before");
            await().until(() -> ann.items.contains("before"));
            loopback.stop();
            loopback.startAgain();
            await().until(() -> ann.items.contains(GAP) && bob.items.contains(GAP));
            loopback.service.publish("ann", "after");
            await().until(() -> ann.items.contains("after"));
            assertThat(ann.items).containsExactly("before", GAP, "after");
            assertThat(subscription.ended()).isNotDone();
            client.close();
            assertThat(subscription.ended()).succeedsWithin(java.time.Duration.ofMinutes(1));
        }
    }

    @Test
    void a_slow_subscriber_loses_items_and_is_told_and_others_lose_none() throws Exception {
        try (TcpLoopback loopback = new TcpLoopback("?pushBuffer=1000000");
                Client slowClient = loopback.client();
                Client client = loopback.client()) {
            CountDownLatch go = new CountDownLatch(1);
            Heard slow = new Heard() {
                @Override
                public void push(Body item) {
                    try {
                        boolean ignored = go.await(120, SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    items.add(text(item).strip());
                }
            };
            Heard quick = new Heard();
            slowClient.subscribe(call(LISTEN, ""), "ann", slow).join();
            client.subscribe(call(LISTEN, ""), "bob", quick).join();
            String padding = " ".repeat(100_000);
            int published = 0;
            while (loopback.counted("pushes lost") == 0) {
                loopback.service.publish("ann", published++ + padding);
            }
            loopback.service.publish("bob", "unhindered");
            await().until(() -> quick.items.contains("unhindered"));
            go.countDown();
            await().until(() -> slow.items.contains(GAP));
            loopback.service.publish("ann", "after");
            await().until(() -> slow.items.contains("after"));
            int heard = published - (int) loopback.counted("pushes lost");
            List<String> expected = new java.util.ArrayList<>(
                    IntStream.range(0, heard).mapToObj(String::valueOf).toList());
            expected.add(GAP);
            expected.add("after");
            assertThat(slow.items).containsExactlyElementsOf(expected);
        }
    }
}
