package anywire.bench.engine.plan;

import anywire.bench.model.Network;
import anywire.bench.model.Scenario;
import anywire.transport.Operation.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a row can do.
 *
 * @param kinds what it carries
 * @param overNetworks whether a network can be put before its servers; in process there is none to be put anywhere, and
 *     nothing in the way of it
 */
public record Abilities(Set<Kind> kinds, boolean overNetworks) {
    public Abilities {
        kinds = Set.copyOf(kinds);
    }

    public boolean can(Scenario scenario) {
        return missing(scenario).isEmpty();
    }

    /** What it lacks for a scenario, in words; empty if nothing. */
    String missing(Scenario scenario) {
        String lacking = scenario.action().needs().stream()
                .filter(kind -> !kinds.contains(kind))
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        if (lacking.isEmpty() && scenario.network() != Network.LOOPBACK && !overNetworks) {
            return "a transport that reaches other machines";
        }
        return lacking;
    }
}
