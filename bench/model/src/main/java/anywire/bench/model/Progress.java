package anywire.bench.model;

/** Told by the measuring side how far it is. Called by one thread at a time; must return quickly. */
public interface Progress {
    /** @param doneShare of the whole run, 0 to 1 */
    void at(double doneShare, String what);

    /** Between the beginning of measured windows and their end nothing is drawn but what {@link #at} is told. */
    default void quiet(boolean now) {}

    /** There is more, or less, to do than was planned. */
    default void replanned(Plan plan) {}

    /** Something that the user should know, in one line, with what to do about it. */
    void warn(String line);
}
