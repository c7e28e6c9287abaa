package anywire.bench.engine.plan;

import anywire.bench.model.Spread;
import anywire.bench.model.Suite;
import java.util.Comparator;
import java.util.List;

/**
 * How much ratios vary, known before a run: it says how many rounds a generation is worth, and moderates what few generations
 * say of themselves.
 */
public record KnownSpreads(List<Spread> spreads) {
    /**
     * By runs of {@code quick} in December 2026, on one virtual machine with two shared cores: {@code docs/method.md} says
     * which, and what they had.
     */
    private static final KnownSpreads PRIOR = new KnownSpreads(List.of(
            new Spread(Spread.LOOPBACK, 0.10, 0.09, "runs of quick in December 2026, on another machine"),
            new Spread(Spread.NETWORK, 0.06, 0.02, "runs of quick in December 2026, on another machine")));

    public KnownSpreads {
        spreads = List.copyOf(spreads);
    }

    public static KnownSpreads prior() {
        return PRIOR;
    }

    /** @param group of {@link Spread#group} */
    public Spread of(String group) {
        return spreads.stream()
                .filter(s -> s.network().equals(group))
                .findFirst()
                .orElseGet(() -> PRIOR.spreads().stream()
                        .filter(s -> s.network().equals(group))
                        .findFirst()
                        .orElseThrow());
    }

    /** Of the suite's scenarios, primary ones if there are any, the one whose generations differ most. */
    Spread widest(Suite suite) {
        boolean led = suite.scenarios().stream().anyMatch(s -> s.primary());
        return suite.scenarios().stream()
                .filter(s -> s.primary() || !led)
                .map(s -> of(Spread.group(s.network())))
                .max(Comparator.comparingDouble(Spread::betweenSdLog))
                .orElseGet(() -> of(Spread.LOOPBACK));
    }
}
