package anywire.transport.http;

import anywire.transport.SendPoint;
import java.util.Locale;

/** When the server answers an event. */
enum Acks {
    RECEIVED(SendPoint.ACCEPTED),
    HANDLED(SendPoint.HANDLED);

    private final SendPoint sendPoint;
    private final String word = name().toLowerCase(Locale.ROOT);

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
}
