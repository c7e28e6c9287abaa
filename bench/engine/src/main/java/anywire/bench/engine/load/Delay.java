package anywire.bench.engine.load;

import anywire.bench.model.Action;
import java.util.SplittableRandom;

/** What a {@link Responder} lets a call wait. */
public enum Delay {
    NONE("none"),
    CONSTANT("constant 2 ms"),
    EXPONENTIAL("exponential, mean 2 ms"),
    BIMODAL("0.5 ms, or 5 ms for 3 in 10");

    private static final long MEAN_NANOS = 2_000_000;
    private static final long SHORT_NANOS = 500_000;
    private static final long LONG_NANOS = 5_000_000;
    /** Clear of every percentile that is looked at: at the step itself any value would be as true as another. */
    private static final double LONG_SHARE = 0.3;

    private final String words;

    Delay(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The action that waits like this. */
    public Action action() {
        return switch (this) {
            case NONE -> Action.KNOWN_DELAY_NONE;
            case CONSTANT -> Action.KNOWN_DELAY_CONSTANT;
            case EXPONENTIAL -> Action.KNOWN_DELAY_EXPONENTIAL;
            case BIMODAL -> Action.KNOWN_DELAY_BIMODAL;
        };
    }

    long nanos(SplittableRandom random) {
        return switch (this) {
            case NONE -> 0;
            case CONSTANT -> MEAN_NANOS;
            case EXPONENTIAL -> (long) (-Math.log(1 - random.nextDouble()) * MEAN_NANOS);
            case BIMODAL -> random.nextDouble() < LONG_SHARE ? LONG_NANOS : SHORT_NANOS;
        };
    }
}
