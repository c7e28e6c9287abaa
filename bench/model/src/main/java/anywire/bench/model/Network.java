package anywire.bench.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far apart processes are: what a round trip takes longer, on every hop, between client and service, client and broker,
 * broker and service alike; and what share of packets is lost, each way. On streams only a kernel can lose anything, so
 * where that is not allowed the networks that do can't be measured.
 */
public enum Network {
    /** As the machine has it. */
    LOOPBACK(Duration.ZERO, 0),
    /** One rack or hall. */
    LAN(Duration.ofNanos(200_000), 0),
    /** Two halls of one town, as zones of a cloud. */
    ZONE(Duration.ofMillis(1), 0),
    /** The same, over a link that loses one packet of a hundred. */
    LOSSY(Duration.ofMillis(1), 0.01),
    /** Another country. */
    WAN(Duration.ofMillis(40), 0.001);

    private final Duration roundTrip;
    private final double loss;

    Network(Duration roundTrip, double loss) {
        this.roundTrip = roundTrip;
        this.loss = loss;
    }

    /** Added to a round trip, half of it each way. */
    public Duration roundTrip() {
        return roundTrip;
    }

    /** Share of packets that are lost, each way. */
    public double loss() {
        return loss;
    }

    public boolean loses() {
        return loss > 0;
    }

    /** As a suite says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: {@code loopback}, {@code 1 ms}, {@code 40 ms, 0.1 % lost}. */
    public String shown() {
        long micros = roundTrip.toNanos() / 1_000;
        if (micros == 0) {
            return "loopback";
        }
        String late = micros % 1_000 == 0 ? micros / 1_000 + " ms" : micros / 1e3 + " ms";
        return loss == 0 ? late : late + ", " + Figures.percent(loss) + " lost";
    }

    public static Optional<Network> named(String word) {
        return Arrays.stream(values()).filter(n -> n.word().equals(word)).findFirst();
    }
}
