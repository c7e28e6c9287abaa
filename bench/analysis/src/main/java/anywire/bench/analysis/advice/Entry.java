package anywire.bench.analysis.advice;

import anywire.bench.model.Dimension;

/**
 * One thing that speaks for or against a row.
 *
 * @param text one sentence or less
 * @param brief the same in the least words, for a table's cell
 */
public record Entry(String row, Dimension respect, Scope side, String text, String brief, Evidence evidence) {}
