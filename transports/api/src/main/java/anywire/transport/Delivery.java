package anywire.transport;

/** How often an event arrives whose {@code send} completed. */
public enum Delivery {
    /** Once or not at all. */
    AT_MOST_ONCE,
    /** At least once, whatever fails meanwhile short of a disk. */
    AT_LEAST_ONCE
}
