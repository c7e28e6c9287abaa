package uds;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Topic;
import anywire.transport.kit.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What is on the wire. A frame is
 *
 * <pre>
 *   length 4 | type 1 | number 8 | the rest, by type
 *
 *   CALL, EVENT, SUBSCRIBE    path, topic, token, key, time left 8, format 1, accept 1, body
 *   ANSWER                    status 1, may have run 1, format 1, body
 *   PUSH                      format 1, item
 *   UNSUBSCRIBE, GAP          nothing
 * </pre>
 *
 * where the length is that of all that follows it, and path, topic, token and key have theirs before them, in one byte. An
 * answer has the number of its question; pushes and gaps have that of their subscription. Whatever can't be read throws
 * {@link IllegalArgumentException} or {@link java.nio.BufferUnderflowException}.
 */
final class Frames {
    static final byte CALL = 1;
    static final byte EVENT = 2;
    static final byte SUBSCRIBE = 3;
    static final byte UNSUBSCRIBE = 4;
    static final byte ANSWER = 5;
    static final byte PUSH = 6;
    static final byte GAP = 7;

    static final int LENGTH_BYTES = 4;
    static final int HEADER_BYTES = 9;
    private static final int KEY_BYTES = 16;
    /** All that a frame may have beside a body. */
    static final int OVERHEAD_BYTES = 1024;

    private Frames() {}

    record Request(Call call, String topic) {}

    static ByteBuffer bare(byte type, long number) {
        return frame(type, number, 0).flip();
    }

    private static ByteBuffer frame(byte type, long number, int restBytes) {
        return ByteBuffer.allocate(LENGTH_BYTES + HEADER_BYTES + restBytes)
                .putInt(HEADER_BYTES + restBytes)
                .put(type)
                .putLong(number);
    }

    /** @param topic empty but for a subscription */
    static ByteBuffer request(byte type, long number, Call call, Duration timeLeft, String topic) {
        byte[] path = ascii(call.operation().path());
        byte[] wanted = ascii(topic);
        byte[] token = ascii(call.caller().map(Credential::token).orElse(""));
        byte[] key = call.key().map(Frames::bytes).orElse(new byte[0]);
        int fields = 4 + path.length + wanted.length + token.length + key.length + Long.BYTES + 2;
        ByteBuffer out = frame(type, number, fields + call.body().size());
        for (byte[] field : new byte[][] {path, wanted, token, key}) {
            out.put((byte) field.length).put(field);
        }
        return out.putLong(timeLeft.toNanos())
                .put((byte) call.body().format().id())
                .put((byte) call.accept().id())
                .put(call.body().bytes())
                .flip();
    }

    /** A request's path, which comes first: what follows can be read once its operation is known. */
    static String path(ByteBuffer in) {
        return new String(field(in), StandardCharsets.US_ASCII);
    }

    static Request request(byte type, Operation operation, ByteBuffer in) {
        String topic = new String(field(in), StandardCharsets.US_ASCII);
        String token = new String(field(in), StandardCharsets.US_ASCII);
        byte[] key = field(in);
        Duration timeLeft = Duration.ofNanos(in.getLong());
        Format format = format(in);
        Format accept = format(in);
        return new Request(
                new Call(
                        operation,
                        new Body(format, rest(in)),
                        accept,
                        timeLeft,
                        token.isEmpty() ? Optional.empty() : Optional.of(new Credential(token)),
                        key.length == KEY_BYTES ? Optional.of(key(ByteBuffer.wrap(key))) : Optional.empty()),
                type == SUBSCRIBE ? Topic.check(topic) : topic);
    }

    static ByteBuffer answer(long number, Outcome outcome) {
        Body body = outcome.body();
        return frame(ANSWER, number, 3 + body.size())
                .put((byte) outcome.status())
                .put((byte) (outcome.mayHaveRun() ? 1 : 0))
                .put((byte) body.format().id())
                .put(body.bytes())
                .flip();
    }

    static Outcome answer(ByteBuffer in) {
        return new Outcome(in.get(), in.get() != 0, body(in));
    }

    static ByteBuffer push(long number, Body item) {
        return frame(PUSH, number, 1 + item.size())
                .put((byte) item.format().id())
                .put(item.bytes())
                .flip();
    }

    /** A format, and all that is left in its frame. */
    static Body body(ByteBuffer in) {
        return new Body(format(in), rest(in));
    }

    private static Format format(ByteBuffer in) {
        return Format.of(Byte.toUnsignedInt(in.get()));
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }

    private static byte[] field(ByteBuffer in) {
        byte[] field = new byte[Byte.toUnsignedInt(in.get())];
        in.get(field);
        return field;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(Key key) {
        return ByteBuffer.allocate(KEY_BYTES)
                .putLong(key.high())
                .putLong(key.low())
                .array();
    }

    private static Key key(ByteBuffer in) {
        return new Key(in.getLong(), in.getLong());
    }
}
