package anywire.bench.model;

import java.util.List;

/** @param fanOuts followers of each author that posts, in the order in which they take turns */
public record GraphFacts(String source, int users, long follows, long seed, List<Integer> fanOuts) {}
