package anywire.bench.load;

import anywire.bench.load.Actions.Known;
import java.util.Arrays;
import java.util.Optional;

/** The actions that a calibration asks for, each a {@link Responder}. No suite can name them. */
public final class Responders {
    /** Calls leave one by one, {@link #QUEUE_SERVICE_NANOS} apart at least. */
    public static final String QUEUE = "known-queue";

    public static final long QUEUE_SERVICE_NANOS = 1_000_000;

    private Responders() {}

    static Optional<Known> named(String name) {
        if (name.equals(QUEUE)) {
            return Optional.of(of(name, "a queue that costs no CPU", Departures.oneByOne(QUEUE_SERVICE_NANOS)));
        }
        return Arrays.stream(Delay.values())
                .filter(delay -> delay.action().equals(name))
                .findFirst()
                .map(delay -> of(name, "a delay: " + delay.words(), Departures.after(delay)));
    }

    private static Known of(String name, String help, Departures departures) {
        return new Known(name, help, setting -> new Responder(departures));
    }
}
