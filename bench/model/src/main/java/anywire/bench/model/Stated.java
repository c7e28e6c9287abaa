package anywire.bench.model;

/**
 * What is known of a transport in one respect from its documentation: nobody here has tried it.
 *
 * @param respect by name: {@code browsers}
 * @param side {@code pro}, {@code con} or {@code neither}
 * @param text one sentence or less
 * @param source where it says so: an address
 */
public record Stated(String respect, String side, String text, String source) {}
