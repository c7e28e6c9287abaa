package anywire.transport.http;

import anywire.transport.TransportException;
import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events out of a stream's bytes, however these are cut (HTML standard, 9.2.6, but for {@code id} and
 * {@code retry}, which Anywire has no use for). Holds no more than one event. For use by one thread.
 */
final class EventReader {
    private static final int MAX_NAME_BYTES = 16;
    private static final int MAX_TYPE_BYTES = 256;
    private static final int FIRST_DATA_BYTES = 256;

    /** Gets what was read. */
    interface Receiver {
        /** @param type null if none was named */
        void event(@Nullable String type, byte[] data);
    }

    /** What the line that is being read says. */
    private enum Field {
        NOT_KNOWN_YET,
        DATA,
        TYPE,
        OTHER
    }

    private final int maxDataBytes;
    private final Receiver receiver;
    private final byte[] name = new byte[MAX_NAME_BYTES];
    private final byte[] type = new byte[MAX_TYPE_BYTES];
    private byte[] data = new byte[FIRST_DATA_BYTES];
    private int nameBytes;
    private int typeBytes;
    private int dataBytes;
    private Field field = Field.NOT_KNOWN_YET;
    private boolean valueBegins;
    private boolean lineFeedMayFollow;

    /** @param maxItemBytes of what an event brings, which may come in base64 */
    EventReader(int maxItemBytes, Receiver receiver) {
        this.maxDataBytes = maxItemBytes / 3 * 4 + 8;
        this.receiver = receiver;
    }

    /**
     * Reads all that is there, and tells the receiver of each event that is complete.
     *
     * @throws TransportException.Broken if an event is larger than one may be
     */
    void read(ByteBuf in) {
        while (in.isReadable()) {
            if (lineFeedMayFollow) {
                lineFeedMayFollow = false;
                if (in.getByte(in.readerIndex()) == '\n') {
                    in.skipBytes(1);
                    continue;
                }
            }
            int end = in.forEachByte(ByteProcessor.FIND_CRLF);
            partOfLine(in, end < 0 ? in.writerIndex() : end);
            if (end >= 0) {
                lineFeedMayFollow = in.readByte() == '\r';
                endOfLine();
            }
        }
    }

    private void partOfLine(ByteBuf in, int end) {
        if (field == Field.NOT_KNOWN_YET) {
            int colon = in.indexOf(in.readerIndex(), end, (byte) ':');
            nameBytes = append(in, colon < 0 ? end : colon, name, nameBytes, MAX_NAME_BYTES);
            if (colon < 0) {
                return;
            }
            in.skipBytes(1);
            field = named();
            valueBegins = true;
        }
        if (valueBegins && in.readerIndex() < end) {
            valueBegins = false;
            if (in.getByte(in.readerIndex()) == ' ') {
                in.skipBytes(1);
            }
        }
        switch (field) {
            case DATA -> data(in, end);
            case TYPE -> typeBytes = append(in, end, type, typeBytes, MAX_TYPE_BYTES);
            default -> in.readerIndex(end);
        }
    }

    /** What is more than it may be is dropped: no name that we know is so long. */
    private static int append(ByteBuf in, int end, byte[] to, int size, int max) {
        int length = Math.min(end - in.readerIndex(), max - size);
        in.readBytes(to, size, length).readerIndex(end);
        return size + length;
    }

    private void data(ByteBuf in, int end) {
        int length = end - in.readerIndex();
        makeRoom(length);
        in.readBytes(data, dataBytes, length);
        dataBytes += length;
    }

    private void makeRoom(int length) {
        if (length > maxDataBytes - dataBytes) {
            throw new TransportException.Broken("an event has more than " + maxDataBytes + " bytes", true, null);
        }
        if (dataBytes + length > data.length) {
            data = Arrays.copyOf(data, Math.max(dataBytes + length, 2 * data.length));
        }
    }

    private Field named() {
        if (is("data")) {
            return Field.DATA;
        }
        if (is("event")) {
            typeBytes = 0;
            return Field.TYPE;
        }
        return Field.OTHER;
    }

    private boolean is(String word) {
        return nameBytes == word.length() && word.equals(new String(name, 0, nameBytes, StandardCharsets.US_ASCII));
    }

    private void endOfLine() {
        if (field == Field.NOT_KNOWN_YET && nameBytes == 0) {
            dispatch();
            return;
        }
        if (field == Field.NOT_KNOWN_YET) {
            field = named(); // no colon: a name alone, and nothing for its value
        }
        if (field == Field.DATA) {
            makeRoom(1);
            data[dataBytes++] = '\n';
        }
        field = Field.NOT_KNOWN_YET;
        nameBytes = 0;
    }

    private void dispatch() {
        String named = typeBytes == 0 ? null : new String(type, 0, typeBytes, StandardCharsets.UTF_8);
        int size = dataBytes;
        typeBytes = 0;
        dataBytes = 0;
        if (size > 0) {
            receiver.event(named, Arrays.copyOf(data, size - 1));
        }
    }
}
