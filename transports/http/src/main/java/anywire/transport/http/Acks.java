package anywire.transport.http;

import anywire.transport.SendPoint;
import io.netty.util.AsciiString;
import java.util.Locale;

/** When the server answers an event. */
enum Acks {
    RECEIVED(SendPoint.ACCEPTED),
    HANDLED(SendPoint.HANDLED);

    private final SendPoint sendPoint;
    private final String word = name().toLowerCase(Locale.ROOT);
    private final AsciiString header = AsciiString.cached(word);

    Acks(SendPoint sendPoint) {
        this.sendPoint = sendPoint;
    }

    SendPoint sendPoint() {
        return sendPoint;
    }

    /** As a header has it. */
    String word() {
        return word;
    }

    /** The same, prepared to be written. */
    AsciiString header() {
        return header;
    }
}
