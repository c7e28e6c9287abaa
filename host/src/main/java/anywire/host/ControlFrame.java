package anywire.host;

import anywire.codec.BinaryCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One message of the control channel:
 *
 * <pre>
 *   +--------------+-----------------------+-------------+----------------+
 *   | ok: 1 byte   | type: UTF (2 + n)     | length: int | body           |
 *   +--------------+-----------------------+-------------+----------------+
 * </pre>
 *
 * The type is the record's class name; a failure (ok = 0) has its message there and no body.
 */
record ControlFrame(boolean ok, String type, byte[] body) {
    static final BinaryCodec CODEC = new BinaryCodec();
    private static final int MAX_MESSAGE_CHARS = 2_000;

    static ControlFrame of(Record message) {
        return new ControlFrame(true, message.getClass().getName(), CODEC.encode(message));
    }

    static ControlFrame failure(String message) {
        String cut = message.length() > MAX_MESSAGE_CHARS ? message.substring(0, MAX_MESSAGE_CHARS) : message;
        return new ControlFrame(false, cut, new byte[0]);
    }

    static ControlFrame read(DataInputStream in) throws IOException {
        boolean ok = in.readBoolean();
        String type = in.readUTF();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return new ControlFrame(ok, type, body);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(ok);
        out.writeUTF(type);
        out.writeInt(body.length);
        out.write(body);
        out.flush();
    }
}
