package anywire.bench.engine.load;

import java.util.SplittableRandom;

/** When a call that came in is let go. Told of arrivals in their order, by one thread at a time. */
interface Departures {
    /** A new window: forgets the last one. */
    void begin(long seed);

    /** Both by {@link System#nanoTime()}. */
    long nanos(long arrivalNanos);

    /** Each on its own, after a delay of its own. */
    static Departures after(Delay delay) {
        return new Departures() {
            private SplittableRandom random = new SplittableRandom();

            @Override
            public void begin(long seed) {
                random = new SplittableRandom(seed);
            }

            @Override
            public long nanos(long arrivalNanos) {
                return arrivalNanos + delay.nanos(random);
            }
        };
    }

    /** One after the other, as if each kept a single server busy for so long. Nothing is: it costs no CPU. */
    static Departures oneByOne(long serviceNanos) {
        return new Departures() {
            private boolean any;
            private long last;

            @Override
            public void begin(long seed) {
                any = false;
            }

            @Override
            public long nanos(long arrivalNanos) {
                long start = any && last - arrivalNanos > 0 ? last : arrivalNanos;
                any = true;
                last = start + serviceNanos;
                return last;
            }
        };
    }
}
