package anywire.bench.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far apart processes are: what a round trip takes longer, on every hop, between client and service, client and broker,
 * broker and service alike. Nothing is lost: on streams only a kernel can lose anything.
 */
public enum Network {
    /** As the machine has it. */
    LOOPBACK(Duration.ZERO),
    /** One rack or hall. */
    LAN(Duration.ofNanos(200_000)),
    /** Two halls of one town, as zones of a cloud. */
    ZONE(Duration.ofMillis(1)),
    /** Another country. */
    WAN(Duration.ofMillis(40));

    private final Duration roundTrip;

    Network(Duration roundTrip) {
        this.roundTrip = roundTrip;
    }

    /** Added to a round trip, half of it each way. */
    public Duration roundTrip() {
        return roundTrip;
    }

    /** As a suite says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: {@code loopback}, {@code 1 ms}. */
    public String shown() {
        long micros = roundTrip.toNanos() / 1_000;
        if (micros == 0) {
            return "loopback";
        }
        return micros % 1_000 == 0 ? micros / 1_000 + " ms" : micros / 1e3 + " ms";
    }

    public static Optional<Network> named(String word) {
        return Arrays.stream(values()).filter(n -> n.word().equals(word)).findFirst();
    }
}
