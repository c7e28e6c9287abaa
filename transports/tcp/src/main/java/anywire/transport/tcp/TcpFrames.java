package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Topic;
import anywire.transport.tcp.BadFrame.Reason;
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The frames as drawn in the package: how long each is, how it is written, how its fields are read. */
final class TcpFrames {
    static final int VERSION = 1;

    static final int CALL = 1;
    static final int EVENT = 2;
    static final int SUBSCRIBE = 3;
    static final int REPLY = 4;
    static final int ACK = 5;
    static final int LIVE = 6;
    static final int PUSH = 7;
    static final int GAP = 8;
    static final int UNSUBSCRIBE = 9;
    static final int PING = 10;
    static final int PONG = 11;

    /** Length, version, type and id: what every frame has, and all that some have. */
    static final int HEADER_BYTES = 14;

    static final int LENGTH_BYTES = 4;
    static final int MIN_LENGTH = HEADER_BYTES - LENGTH_BYTES;

    private static final int REQUEST_BYTES = HEADER_BYTES + 1 + 8 + 3;
    private static final int REPLY_BYTES = HEADER_BYTES + 3;
    private static final int PUSH_BYTES = HEADER_BYTES + 1;
    private static final int KEY_BYTES = 16;

    private static final int HAS_CREDENTIAL = 1;
    private static final int HAS_KEY = 2;
    private static final int ACK_RECEIVED = 4;
    private static final int ACK_HANDLED = 8;

    /** What a frame may have beside a body, at most. */
    private static final int OVERHEAD_BYTES =
            REQUEST_BYTES + Operation.MAX_PATH_CHARS + 1 + Credential.MAX_CHARS + KEY_BYTES + 1 + Topic.MAX_CHARS;

    private TcpFrames() {}

    /** What a client asks, but for its number. */
    record Request(Call call, Acks acks, String topic) {}

    /** The largest value of a frame's length field. */
    static int maxLength(int maxBodyBytes) {
        return maxBodyBytes + OVERHEAD_BYTES - LENGTH_BYTES;
    }

    static void header(ByteBuf out, int size, int type, long id) {
        out.writeInt(size - LENGTH_BYTES);
        out.writeByte(VERSION);
        out.writeByte(type);
        out.writeLong(id);
    }

    /** A frame that is nothing but its header. */
    static void bare(ByteBuf out, int type, long id) {
        header(out, HEADER_BYTES, type, id);
    }

    /** @param topic empty but for a subscription */
    static int requestSize(int type, byte[] path, Call call, String topic) {
        int size = REQUEST_BYTES + path.length + call.body().size();
        if (call.caller().isPresent()) {
            size += 1 + call.caller().get().token().length();
        }
        if (call.key().isPresent()) {
            size += KEY_BYTES;
        }
        return type == SUBSCRIBE ? size + 1 + topic.length() : size;
    }

    /** @param size as {@link #requestSize} has it */
    static void request(
            ByteBuf out,
            int size,
            int type,
            long id,
            byte[] path,
            Call call,
            long timeLeftNanos,
            Acks acks,
            String topic) {
        header(out, size, type, id);
        out.writeByte(path.length);
        out.writeBytes(path);
        out.writeLong(timeLeftNanos);
        out.writeByte(call.body().format().id());
        out.writeByte(call.accept().id());
        out.writeByte(flags(call, acks));
        if (call.caller().isPresent()) {
            String token = call.caller().get().token();
            out.writeByte(token.length());
            ByteBufUtil.writeAscii(out, token);
        }
        if (call.key().isPresent()) {
            out.writeLong(call.key().get().high());
            out.writeLong(call.key().get().low());
        }
        if (type == SUBSCRIBE) {
            out.writeByte(topic.length());
            ByteBufUtil.writeAscii(out, topic);
        }
        out.writeBytes(call.body().bytes());
    }

    private static int flags(Call call, Acks acks) {
        int flags = switch (acks) {
            case NONE -> 0;
            case RECEIVED -> ACK_RECEIVED;
            case HANDLED -> ACK_HANDLED;
        };
        return flags
                | (call.caller().isPresent() ? HAS_CREDENTIAL : 0)
                | (call.key().isPresent() ? HAS_KEY : 0);
    }

    /**
     * Reads what follows the path.
     *
     * @param end where the frame ends; what lies behind it is the next one
     * @throws BadFrame if it is no request
     */
    static Request readRequest(int type, Operation operation, ByteBuf in, int end) {
        try {
            Duration timeLeft = Duration.ofNanos(in.readLong());
            Format format = Format.of(in.readUnsignedByte());
            Format accept = Format.of(in.readUnsignedByte());
            int flags = in.readUnsignedByte();
            Optional<Credential> caller =
                    (flags & HAS_CREDENTIAL) == 0 ? Optional.empty() : Optional.of(new Credential(readAscii(in)));
            Optional<Key> key =
                    (flags & HAS_KEY) == 0 ? Optional.empty() : Optional.of(new Key(in.readLong(), in.readLong()));
            String topic = type == SUBSCRIBE ? Topic.check(readAscii(in)) : "";
            Body body = new Body(format, readRest(in, end));
            return new Request(new Call(operation, body, accept, timeLeft, caller, key), acks(flags), topic);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BadFrame(Reason.FIELDS);
        }
    }

    private static Acks acks(int flags) {
        return switch (flags & ~(HAS_CREDENTIAL | HAS_KEY)) {
            case 0 -> Acks.NONE;
            case ACK_RECEIVED -> Acks.RECEIVED;
            case ACK_HANDLED -> Acks.HANDLED;
            default -> throw new BadFrame(Reason.FIELDS);
        };
    }

    /** Its length first. */
    private static String readAscii(ByteBuf in) {
        int length = in.readUnsignedByte();
        String text = in.toString(in.readerIndex(), length, StandardCharsets.US_ASCII);
        in.skipBytes(length);
        return text;
    }

    /** @throws BadFrame if reading went beyond the frame's end already */
    static byte[] readRest(ByteBuf in, int end) {
        int length = end - in.readerIndex();
        if (length < 0) {
            throw new BadFrame(Reason.FIELDS);
        }
        byte[] rest = new byte[length];
        in.readBytes(rest);
        return rest;
    }

    /** The body of a reply or push, its format first. */
    static Body readBody(ByteBuf in, int end) {
        int format = in.readUnsignedByte();
        if (format == 0) {
            throw new BadFrame(Reason.FIELDS);
        }
        return new Body(Format.of(format), readRest(in, end));
    }

    static int replySize(int bodyBytes) {
        return REPLY_BYTES + bodyBytes;
    }

    static void done(ByteBuf out, long id, Body body) {
        header(out, replySize(body.size()), REPLY, id);
        out.writeShort(0);
        out.writeByte(body.format().id());
        out.writeBytes(body.bytes());
    }

    /** @param status not 0 */
    static void no(ByteBuf out, long id, int status, boolean mayHaveRun, byte[] detail) {
        header(out, replySize(detail.length), REPLY, id);
        out.writeByte(status);
        out.writeByte(mayHaveRun ? 1 : 0);
        out.writeByte(0);
        out.writeBytes(detail);
    }

    static int pushSize(int bodyBytes) {
        return PUSH_BYTES + bodyBytes;
    }

    static void push(ByteBuf out, long id, Body item) {
        header(out, pushSize(item.size()), PUSH, id);
        out.writeByte(item.format().id());
        out.writeBytes(item.bytes());
    }
}
