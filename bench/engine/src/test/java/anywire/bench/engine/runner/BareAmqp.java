package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.measure.HistogramBytes;
import anywire.host.Questions;
import anywire.host.Role;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DeliverCallback;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Request and reply by amqp-client and nothing else, one in flight: as its tutorials do it. */
final class BareAmqp {
    private static final String QUEUE = "bare.rpc";
    private static final String REPLIES = "amq.rabbitmq.reply-to";
    private static final byte[] REQUEST = new byte[60];
    private static final byte[] REPLY = new byte[20];

    private BareAmqp() {}

    public record Connect(String user, String password, String host, int port, String virtualHost) {}

    public record Connected() {}

    /** @param histogram compressed, nanoseconds */
    public record Seen(byte[] histogram) {}

    private static Connection connection(Connect to) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUsername(to.user());
        factory.setPassword(to.password());
        factory.setHost(to.host());
        factory.setPort(to.port());
        factory.setVirtualHost(to.virtualHost());
        return factory.newConnection();
    }

    /** Answers. */
    public static final class Server implements Role {
        @Override
        public void answers(Questions on) {
            on.on(Connect.class, to -> {
                Channel channel = connection(to).createChannel();
                var declared = channel.queueDeclare(QUEUE, false, false, true, null);
                DeliverCallback answer = (tag, delivery) -> channel.basicPublish(
                        "",
                        delivery.getProperties().getReplyTo(),
                        new BasicProperties.Builder()
                                .correlationId(delivery.getProperties().getCorrelationId())
                                .build(),
                        REPLY);
                String unused = channel.basicConsume(declared.getQueue(), true, answer, tag -> {});
                return new Connected();
            });
        }
    }

    /** Asks, over and over. */
    public static final class Client implements Role {
        private final BlockingQueue<byte[]> replies = new ArrayBlockingQueue<>(1);
        private @Nullable Channel channel;

        @Override
        public void answers(Questions on) {
            on.on(Connect.class, to -> {
                Channel opened = connection(to).createChannel();
                channel = opened;
                String unused = opened.basicConsume(
                        REPLIES, true, (tag, delivery) -> replies.add(delivery.getBody()), tag -> {});
                return new Connected();
            });
            on.on(Measure.class, this::measure);
        }

        private Seen measure(Measure measure) throws Exception {
            Channel publishing = Objects.requireNonNull(channel);
            Histogram histogram = new Histogram(3);
            long start = System.nanoTime();
            long sent = start;
            while (sent - start < measure.nanos()) {
                publishing.basicPublish(
                        "",
                        QUEUE,
                        new BasicProperties.Builder()
                                .correlationId("1")
                                .replyTo(REPLIES)
                                .build(),
                        REQUEST);
                if (replies.poll(10, TimeUnit.SECONDS) == null) {
                    throw new IllegalStateException("no reply within 10 s");
                }
                long now = System.nanoTime();
                histogram.recordValue(now - sent);
                sent = now;
            }
            return new Seen(HistogramBytes.of(histogram));
        }
    }
}
