package anywire.bench.overview;

import anywire.bench.run.Respect;

/**
 * One thing that speaks for or against a row.
 *
 * @param text one sentence or less
 * @param brief the same in the least words, for a table's cell
 */
public record Entry(String row, Respect respect, Side side, String text, String brief, Evidence evidence) {}
