package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Topic;
import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls, events and subscriptions as bytes. */
final class UdpRequests {
    static final int ACK_RECEIVED = 4;
    static final int ONCE = 8;

    private static final int HAS_CREDENTIAL = 1;
    private static final int HAS_KEY = 2;
    private static final int KEY_BYTES = 16;
    /** Floor, path length, time left, formats, flags. */
    private static final int FIXED_BYTES = 8 + 1 + 8 + 2 + 1;

    /** What a request may have beside a body, at most. */
    static final int OVERHEAD_BYTES =
            FIXED_BYTES + Operation.MAX_PATH_CHARS + 1 + Credential.MAX_CHARS + KEY_BYTES + 1 + Topic.MAX_CHARS;

    private UdpRequests() {}

    /**
     * What a client asks.
     *
     * @param flags how: {@link #ACK_RECEIVED}, {@link #ONCE}
     */
    record Request(Call call, int flags, String topic) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    static int size(int type, Call call, String topic) {
        int size = FIXED_BYTES + call.operation().path().length() + call.body().size();
        if (call.caller().isPresent()) {
            size += 1 + call.caller().get().token().length();
        }
        if (call.key().isPresent()) {
            size += KEY_BYTES;
        }
        return type == Types.SUBSCRIBE ? size + 1 + topic.length() : size;
    }

    static void write(ByteBuf out, int type, long floor, Call call, Duration timeLeft, int flags, String topic) {
        out.writeLong(floor);
        ascii(out, call.operation().path());
        out.writeLong(timeLeft.toNanos());
        out.writeByte(call.body().format().id());
        out.writeByte(call.accept().id());
        out.writeByte(flags
                | (call.caller().isPresent() ? HAS_CREDENTIAL : 0)
                | (call.key().isPresent() ? HAS_KEY : 0));
        if (call.caller().isPresent()) {
            ascii(out, call.caller().get().token());
        }
        if (call.key().isPresent()) {
            out.writeLong(call.key().get().high());
            out.writeLong(call.key().get().low());
        }
        if (type == Types.SUBSCRIBE) {
            ascii(out, topic);
        }
        out.writeBytes(call.body().bytes());
    }

    private static void ascii(ByteBuf out, String text) {
        out.writeByte(text.length());
        ByteBufUtil.writeAscii(out, text);
    }

    /** @throws BadDatagram if there is none */
    static String readPath(ByteBuf in) {
        try {
            return readAscii(in);
        } catch (IndexOutOfBoundsException e) {
            throw new BadDatagram(Reason.FIELDS);
        }
    }

    /**
     * Reads what follows the path.
     *
     * @throws BadDatagram if it is no request
     */
    static Request read(int type, Operation operation, ByteBuf in) {
        try {
            Duration timeLeft = Duration.ofNanos(in.readLong());
            Format format = Format.of(in.readUnsignedByte());
            Format accept = Format.of(in.readUnsignedByte());
            int flags = in.readUnsignedByte();
            Optional<Credential> caller =
                    (flags & HAS_CREDENTIAL) == 0 ? Optional.empty() : Optional.of(new Credential(readAscii(in)));
            Optional<Key> key =
                    (flags & HAS_KEY) == 0 ? Optional.empty() : Optional.of(new Key(in.readLong(), in.readLong()));
            String topic = type == Types.SUBSCRIBE ? Topic.check(readAscii(in)) : "";
            Body body = new Body(format, readRest(in));
            return new Request(new Call(operation, body, accept, timeLeft, caller, key), flags, topic);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BadDatagram(Reason.FIELDS);
        }
    }

    /** Its length first. */
    private static String readAscii(ByteBuf in) {
        int length = in.readUnsignedByte();
        String text = in.toString(in.readerIndex(), length, StandardCharsets.US_ASCII);
        in.skipBytes(length);
        return text;
    }

    static byte[] readRest(ByteBuf in) {
        byte[] rest = new byte[in.readableBytes()];
        in.readBytes(rest);
        return rest;
    }

    /** The body of a reply or an item, its format first; null if it has none. */
    static @Nullable Body readBody(ByteBuf in) {
        int format = in.readUnsignedByte();
        return format == 0 ? null : new Body(Format.of(format), readRest(in));
    }
}
