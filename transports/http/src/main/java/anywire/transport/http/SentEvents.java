package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Format;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Server-sent events, as text and back: byte for byte, whatever an item's bytes are. */
final class SentEvents {
    static final byte[] LIVE = ascii("event: " + HttpNames.LIVE + "\ndata:\n\n");
    static final byte[] GAP = ascii("event: " + HttpNames.GAP + "\ndata:\n\n");
    static final byte[] HEARTBEAT = ascii(":\n\n");

    private static final byte[] DATA = ascii("data: ");

    private SentEvents() {}

    static byte[] encode(Body item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(item.size() + 64);
        if (item.format().equals(Format.JSON) && survivesAsText(item.bytes())) {
            lines(item.bytes(), out);
        } else {
            out.writeBytes(ascii("event: " + item.format().headerValue() + "\n"));
            out.writeBytes(DATA);
            out.writeBytes(Base64.getEncoder().encode(item.bytes()));
            out.write('\n');
        }
        out.write('\n');
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException if it is no item */
    static Body decode(@Nullable String type, byte[] data) {
        return type == null || type.equals("message")
                ? new Body(Format.JSON, data)
                : new Body(HttpNames.format(type), Base64.getDecoder().decode(data));
    }

    private static void lines(byte[] text, ByteArrayOutputStream out) {
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n') {
                out.writeBytes(DATA);
                out.write(text, start, i - start);
                out.write('\n');
                start = i + 1;
            }
        }
    }

    /** A stream of events is UTF-8, and to it a carriage return is the end of a line like any other. */
    private static boolean survivesAsText(byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b == '\r') {
                return false;
            }
            ascii &= b >= 0;
        }
        if (ascii) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
