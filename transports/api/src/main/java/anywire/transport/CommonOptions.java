package anywire.transport;

import java.time.Duration;
import java.util.List;

/** Options that every transport has. */
public final class CommonOptions {
    public static final Option<Integer> MAX_IN_FLIGHT = Option.integer(
            "maxInFlight",
            1024,
            1,
            65_536,
            "calls",
            "calls under way at once for each client; more fail as overloaded");
    public static final Option<Duration> DRAIN =
            Option.duration("drain", Duration.ofSeconds(2), "how long a closing server waits for calls that run");

    private CommonOptions() {}

    public static List<Option<?>> all() {
        return List.of(MAX_IN_FLIGHT, DRAIN);
    }
}
