package grpc;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.TransportException.Fault;
import anywire.transport.kit.Outcome;
import io.grpc.KnownLength;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is where in gRPC's terms: an operation's path is the method's name, a body is the message, and all else of a call is
 * metadata. An answer that is none is a status, with Anywire's own number among the trailers. A pushed message has its
 * format before it, in one byte: none there is a gap.
 */
final class GrpcNames {
    enum Way {
        CALL,
        EVENT,
        SUBSCRIBE
    }

    static final int GAP = 0;

    private static final Metadata.Key<String> WAY = key("anywire-way");
    private static final Metadata.Key<String> FORMAT = key("anywire-format");
    private static final Metadata.Key<String> ACCEPT = key("anywire-accept");
    private static final Metadata.Key<String> CALLER = key("authorization");
    private static final Metadata.Key<String> KEY = key("anywire-key");
    private static final Metadata.Key<String> TOPIC = key("anywire-topic");
    private static final Metadata.Key<String> TIME_LEFT = key("anywire-time-left");
    private static final Metadata.Key<String> STATUS = key("anywire-status");
    private static final Metadata.Key<String> MAY_HAVE_RUN = key("anywire-may-have-run");

    private static final Map<String, MethodDescriptor<byte[], byte[]>> METHODS = new ConcurrentHashMap<>();

    private GrpcNames() {}

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** Both ends make it by hand, from what they know of an operation. */
    static MethodDescriptor<byte[], byte[]> method(Operation operation) {
        return METHODS.computeIfAbsent(
                operation.path(),
                path -> MethodDescriptor.<byte[], byte[]>newBuilder()
                        .setType(
                                operation.kind() == Operation.Kind.PUSH
                                        ? MethodType.SERVER_STREAMING
                                        : MethodType.UNARY)
                        .setFullMethodName(path)
                        .setRequestMarshaller(Bytes.MARSHALLER)
                        .setResponseMarshaller(Bytes.MARSHALLER)
                        .build());
    }

    private static final class Bytes extends ByteArrayInputStream implements KnownLength {
        private static final MethodDescriptor.Marshaller<byte[]> MARSHALLER = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(byte[] value) {
                return new Bytes(value);
            }

            @Override
            public byte[] parse(InputStream stream) {
                try {
                    return stream.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };

        private Bytes(byte[] bytes) {
            super(bytes);
        }
    }

    /** @param topic empty but for a subscription, whose time is for getting live, not the stream's */
    static Metadata headers(Way way, Call call, String topic, Duration timeLeft) {
        Metadata headers = new Metadata();
        headers.put(FORMAT, String.valueOf(call.body().format().id()));
        headers.put(ACCEPT, String.valueOf(call.accept().id()));
        call.caller().ifPresent(caller -> headers.put(CALLER, caller.token()));
        call.key().ifPresent(key -> headers.put(KEY, key.toString()));
        if (way != Way.CALL) {
            headers.put(WAY, way.name());
        }
        if (way == Way.SUBSCRIBE) {
            headers.put(TOPIC, topic);
            headers.put(TIME_LEFT, String.valueOf(timeLeft.toNanos()));
        }
        return headers;
    }

    static Way way(Metadata headers) {
        String way = headers.get(WAY);
        return way == null ? Way.CALL : Way.valueOf(way);
    }

    static String topic(Metadata headers) {
        return required(headers, TOPIC);
    }

    /** @param deadline what gRPC knows of the time left, for all but subscriptions */
    static Call call(Operation operation, Metadata headers, byte[] body, Duration deadline) {
        String timeLeft = headers.get(TIME_LEFT);
        return new Call(
                operation,
                new Body(format(headers, FORMAT), body),
                format(headers, ACCEPT),
                timeLeft == null ? deadline : Duration.ofNanos(Long.parseLong(timeLeft)),
                Optional.ofNullable(headers.get(CALLER)).map(Credential::new),
                Optional.ofNullable(headers.get(KEY)).map(Key::parse));
    }

    private static Format format(Metadata headers, Metadata.Key<String> key) {
        return Format.of(Integer.parseInt(required(headers, key)));
    }

    private static String required(Metadata headers, Metadata.Key<String> key) {
        String value = headers.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key.name());
        }
        return value;
    }

    static Metadata headers(Format format) {
        Metadata headers = new Metadata();
        headers.put(FORMAT, String.valueOf(format.id()));
        return headers;
    }

    static Format format(Metadata headers) {
        return format(headers, FORMAT);
    }

    /** For an outcome that is not done. */
    static Status status(Outcome outcome) {
        String detail = new String(outcome.body().bytes(), StandardCharsets.UTF_8);
        return code(outcome.status()).withDescription(detail);
    }

    private static Status code(int status) {
        if (status < Fault.UNREACHABLE.code()) {
            return Status.FAILED_PRECONDITION;
        }
        return switch (Fault.ofCode(status)) {
            case TIMED_OUT -> Status.DEADLINE_EXCEEDED;
            case OVERLOADED, TOO_LARGE -> Status.RESOURCE_EXHAUSTED;
            case PEER_REJECTED -> Status.UNAUTHENTICATED;
            case BROKEN -> Status.INTERNAL;
            case UNREACHABLE, DISCONNECTED, CLOSED -> Status.UNAVAILABLE;
        };
    }

    static Metadata trailers(Outcome outcome) {
        Metadata trailers = new Metadata();
        trailers.put(STATUS, String.valueOf(outcome.status()));
        trailers.put(MAY_HAVE_RUN, String.valueOf(outcome.mayHaveRun()));
        return trailers;
    }

    /** What the other side said of it; null if it was gRPC that ended it. */
    static @Nullable Outcome outcome(Status status, Metadata trailers) {
        String number = trailers.get(STATUS);
        if (number == null) {
            return null;
        }
        String detail = status.getDescription() == null ? "" : status.getDescription();
        return new Outcome(
                Integer.parseInt(number),
                Boolean.parseBoolean(trailers.get(MAY_HAVE_RUN)),
                new Body(Format.BINARY, detail.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] pushed(Body item) {
        byte[] message = new byte[1 + item.size()];
        message[0] = (byte) item.format().id();
        System.arraycopy(item.bytes(), 0, message, 1, item.size());
        return message;
    }

    static byte[] gap() {
        return new byte[] {GAP};
    }

    static Body item(byte[] message) {
        return new Body(Format.of(Byte.toUnsignedInt(message[0])), Arrays.copyOfRange(message, 1, message.length));
    }
}
