package anywire.bench.model;

/**
 * Whether a window's end was like its beginning: the medians, from the intended start, of the first and of the last
 * third of its actions by sequence number. Both 0 where that is not known: of a bare ping-pong, and of windows of few actions.
 */
public record Steadiness(long firstThirdP50Nanos, long lastThirdP50Nanos) {
    public static final Steadiness UNKNOWN = new Steadiness(0, 0);

    public boolean known() {
        return firstThirdP50Nanos > 0 && lastThirdP50Nanos > 0;
    }
}
