package anywire.transport;

/**
 * Something that must not stand in a URI: a password, a key. Whoever starts a transport's processes makes it or reads it
 * from a file, and hands it to both sides by {@link Host#secret}.
 *
 * @param name as in {@code amq.password}
 * @param help one line: what it is for, what it looks like
 */
public record Secret(String name, String help) {}
