package anywire.transport.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The client at the other end of one HTTP/2 connection, met with frames made by hand (RFC 9113). */
final class FramePeer implements AutoCloseable {
    static final int REFUSED_STREAM = 7;
    static final int CANCEL = 8;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int PREFACE_BYTES = 24;
    /** :status 200, and content-type (static entry 31) as a literal; see RFC 7541. */
    private static final byte[] OK = {(byte) 0x88, 0x0f, 0x10, 16};

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean answersPings = true;

    /** @param maxStreams that the client may have at once */
    FramePeer(Socket socket, int maxStreams) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
        in.readFully(new byte[PREFACE_BYTES]);
        frame(SETTINGS, 0, 0, new byte[] {0, 3, 0, 0, (byte) (maxStreams >> 8), (byte) maxStreams});
    }

    void ignorePings() {
        answersPings = false;
    }

    /** @return the stream of the next request that is complete */
    int request() throws IOException {
        return awaited(END_STREAM, 0);
    }

    /** @return the stream that the client resets next */
    int reset() throws IOException {
        return awaited(0, RST_STREAM);
    }

    private int awaited(int flag, int type) throws IOException {
        while (true) {
            int head = in.readInt();
            int kind = head & 0xff;
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = in.readNBytes(head >>> 8);
            if (kind == SETTINGS && flags != ACK) {
                frame(SETTINGS, ACK, 0, new byte[0]);
            } else if (kind == PING && flags != ACK && answersPings) {
                frame(PING, ACK, 0, payload);
            } else if (type != 0 ? kind == type : (kind == DATA || kind == HEADERS) && (flags & flag) != 0) {
                return stream;
            }
        }
    }

    void answer(int stream, String body) throws IOException {
        head(stream);
        frame(DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a response whose body is still to come. */
    void head(int stream) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(OK);
        block.writeBytes("application/json".getBytes(StandardCharsets.US_ASCII));
        frame(HEADERS, END_HEADERS, stream, block.toByteArray());
    }

    void reset(int stream, int code) throws IOException {
        frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, (byte) code});
    }

    void goAway(int lastStream) throws IOException {
        frame(GOAWAY, 0, 0, new byte[] {0, 0, 0, (byte) lastStream, 0, 0, 0, 0});
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeInt(payload.length << 8 | type);
        frame.writeByte(flags);
        frame.writeInt(stream);
        frame.write(payload);
        out.write(bytes.toByteArray());
    }

    /** Waits until the client hangs up. */
    void awaitEnd() throws IOException {
        in.transferTo(new ByteArrayOutputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
