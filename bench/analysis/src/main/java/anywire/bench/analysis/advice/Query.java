package anywire.bench.analysis.advice;

import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.model.Network;
import java.util.Set;

/**
 * What somebody needs of a transport.
 *
 * @param rank by which work rows are ranked
 * @param ratePerSecond that it has to take; 0 where that doesn't matter
 * @param bodyBytes of the largest body; 0 where that doesn't matter
 * @param withinNanos that nine of ten must be over in; 0 where that doesn't matter
 */
public record Query(
        Set<Requirement> wishes, Work rank, Network network, double ratePerSecond, long bodyBytes, long withinNanos) {
    public Query {
        wishes = Set.copyOf(wishes);
    }
}
