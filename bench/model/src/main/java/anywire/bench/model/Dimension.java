package anywire.bench.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What transports are weighed by, in the order in which a reader asks. */
public enum Dimension {
    LATENCY("latency on loopback"),
    LATENCY_FAR("latency over a network"),
    HEARD("until a post is heard"),
    CAPACITY("capacity"),
    COST("cost"),
    DELIVERY("delivery"),
    ORDER("order"),
    BACK_PRESSURE("back-pressure"),
    WITHOUT_PEER("availability when the peer is down"),
    SYNCHRONICITY("degrees of synchronicity"),
    FAILURES("failure detection"),
    SECURITY("security as it comes"),
    SECURITY_ON("security switched on"),
    OPERATIONS("operations"),
    SCALING("scaling"),
    BROWSERS("browsers"),
    TOOLS("tools"),
    LANGUAGES("other languages"),
    NETWORK("network reach"),
    PAYLOAD("payload limits");

    private final String heading;

    Dimension(String heading) {
        this.heading = heading;
    }

    /** For people. */
    public String heading() {
        return heading;
    }

    /** As files say it: {@code security-on}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Dimension> named(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Dimension::word).toList();
    }
}
