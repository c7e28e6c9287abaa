package anywire.transport.amq;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try. */
record Backoff(Duration pause, Duration longest) {
    static Backoff of(AmqOptions options) {
        return new Backoff(options.backoff(), options.backoffMax());
    }

    /** Less up to half at random, so that not all come back at once. */
    long nanos() {
        return (long) (pause.toNanos() * (1 - ThreadLocalRandom.current().nextDouble(0.5)));
    }

    Backoff longer() {
        Duration doubled = pause.multipliedBy(2);
        return new Backoff(doubled.compareTo(longest) > 0 ? longest : doubled, longest);
    }
}
