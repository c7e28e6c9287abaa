package anywire.transport.amq;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Reply;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.PendingCalls.Pending;
import com.rabbitmq.client.AMQP.BasicProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls and replies as messages: see the package for which property holds what. */
final class Messages {
    private static final String ACCEPT = "accept";
    private static final String TOKEN = "token";
    private static final String KEY = "key";
    private static final String TOPIC = "topic";
    private static final String LEFT = "left";
    private static final String STATUS = "status";
    private static final String RAN = "ran";
    private static final int RADIX = 36;
    private static final int IN_MEMORY = 1;
    private static final int ON_DISK = 2;

    private Messages() {}

    /** Whatever comes in that is none of ours. */
    static final class BadMessage extends Exception {
        private static final long serialVersionUID = 1;

        BadMessage(String what) {
            super(what, null, false, false);
        }
    }

    /** @param id empty strings where a message has none, so that nobody gets a null */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * @param relative whether the broker takes a message's expiration as milliseconds from now, as RabbitMQ does. Qpid
     *     takes it as a point in time
     */
    static BasicProperties call(Pending pending, Call call, String replyTo, Optional<String> topic, boolean relative) {
        long leftMillis = leftMillis(pending);
        return common(call, topic, leftMillis)
                .correlationId(Long.toString(pending.id(), RADIX))
                .replyTo(replyTo)
                .expiration(Long.toString(relative ? leftMillis : System.currentTimeMillis() + leftMillis))
                .deliveryMode(IN_MEMORY)
                .build();
    }

    static BasicProperties event(Pending pending, Call call, Optional<String> durableId) {
        BasicProperties.Builder event = common(call, Optional.empty(), leftMillis(pending))
                .correlationId(Long.toString(pending.id(), RADIX))
                .deliveryMode(durableId.isPresent() ? ON_DISK : IN_MEMORY);
        durableId.ifPresent(event::messageId);
        return event.build();
    }

    private static long leftMillis(Pending pending) {
        return Math.max(1, (pending.timeLeft().toNanos() + 999_999) / 1_000_000);
    }

    private static BasicProperties.Builder common(Call call, Optional<String> topic, long leftMillis) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(LEFT, leftMillis);
        headers.put(ACCEPT, call.accept().id());
        call.caller().ifPresent(caller -> headers.put(TOKEN, caller.token()));
        call.key().ifPresent(key -> headers.put(KEY, key.toString()));
        topic.ifPresent(t -> headers.put(TOPIC, t));
        return new BasicProperties.Builder()
                .type(call.operation().path())
                .contentType(call.body().format().headerValue())
                .headers(headers);
    }

    static BasicProperties item(Body item) {
        return new BasicProperties.Builder()
                .contentType(item.format().headerValue())
                .deliveryMode(IN_MEMORY)
                .build();
    }

    static BasicProperties gap() {
        return new BasicProperties.Builder().type(QueueNames.GAP).build();
    }

    static boolean isGap(BasicProperties properties) {
        return QueueNames.GAP.equals(properties.getType());
    }

    static String path(BasicProperties properties) {
        return text(properties.getType());
    }

    static String messageId(BasicProperties properties) {
        return text(properties.getMessageId());
    }

    static Optional<String> topic(BasicProperties properties) {
        return header(properties, TOPIC).map(Object::toString);
    }

    /** @throws BadMessage for what no client of ours has sent */
    static long id(BasicProperties properties) throws BadMessage {
        try {
            return Long.parseLong(text(properties.getCorrelationId()), RADIX);
        } catch (NumberFormatException e) {
            throw new BadMessage("no correlation id");
        }
    }

    /** @throws BadMessage as {@link #id} */
    static Body body(BasicProperties properties, byte[] bytes) throws BadMessage {
        try {
            return new Body(Format.of(text(properties.getContentType())), bytes);
        } catch (IllegalArgumentException e) {
            throw new BadMessage("no content type of ours");
        }
    }

    /** @throws BadMessage as {@link #id} */
    static Call call(Operation operation, BasicProperties properties, byte[] bytes) throws BadMessage {
        try {
            Optional<Object> accept = header(properties, ACCEPT);
            Optional<Object> left = header(properties, LEFT);
            return new Call(
                    operation,
                    body(properties, bytes),
                    Format.of(accept.isPresent() ? Integer.parseInt(text(accept.get())) : Format.BINARY.id()),
                    left.isEmpty() ? Duration.ofDays(365) : Duration.ofMillis(Long.parseLong(text(left.get()))),
                    header(properties, TOKEN).map(token -> new Credential(text(token))),
                    header(properties, KEY).map(key -> Key.parse(text(key))));
        } catch (IllegalArgumentException e) {
            throw new BadMessage(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Object> header(BasicProperties properties, String name) {
        Map<String, Object> headers = properties.getHeaders();
        return headers == null ? Optional.empty() : Optional.ofNullable(headers.get(name));
    }

    /** What a call came to, as a message. */
    record Answer(BasicProperties properties, byte[] bytes) {
        static Answer of(String correlationId, @Nullable Reply reply, @Nullable Throwable failure, int maxBodyBytes) {
            Outcome outcome = Outcome.of(reply, failure, maxBodyBytes);
            BasicProperties.Builder properties =
                    new BasicProperties.Builder().correlationId(correlationId).deliveryMode(IN_MEMORY);
            if (outcome.isDone()) {
                properties.contentType(outcome.body().format().headerValue());
            } else {
                properties.headers(Map.of(STATUS, outcome.status(), RAN, outcome.mayHaveRun()));
            }
            return new Answer(properties.build(), outcome.body().bytes());
        }
    }

    /** @throws BadMessage as {@link #id} */
    static Reply reply(BasicProperties properties, byte[] bytes) throws BadMessage {
        Optional<Object> status = header(properties, STATUS);
        if (status.isEmpty()) {
            return new Reply.Done(body(properties, bytes));
        }
        try {
            boolean ran = !Boolean.FALSE.equals(header(properties, RAN).orElse(true));
            return new Outcome(Integer.parseInt(text(status.get())), ran, new Body(Format.BINARY, bytes)).reply();
        } catch (IllegalArgumentException e) {
            throw new BadMessage("status " + status.get());
        }
    }
}
