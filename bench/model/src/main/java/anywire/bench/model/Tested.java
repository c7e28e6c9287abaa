package anywire.bench.model;

import java.util.List;

/**
 * What a transport's own test kit found of one guarantee: the TCK, run before this run, not in it.
 *
 * @param guarantee by name: {@code EVENTS_ARRIVE}
 * @param outcome of all its checks together
 * @param checks their names, each a sentence
 * @param under the transport and its options as they were tried: {@code amq,delivery=durable}
 * @param same whether these are the run's own options; otherwise they are the nearest that were tried
 */
public record Tested(String guarantee, Outcome outcome, List<String> checks, String under, boolean same) {
    public enum Outcome {
        KEPT,
        BROKEN,
        /** It could not be tried there. */
        NOT_TRIED,
        NOT_PROMISED
    }
}
