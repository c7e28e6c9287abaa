package anywire.bench.cli;

import anywire.bench.engine.plan.Abilities;
import anywire.bench.engine.suite.Nearest;
import anywire.bench.model.Row;
import anywire.host.Stores;
import anywire.host.Transports;
import anywire.operation.Contract;
import anywire.operation.Operations;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.Transport;
import anywire.transport.inproc.InProcess;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The transports on the class path, as a person names them. */
final class TransportCatalog {
    private final Transports.Found transports = Transports.find();

    Transports.Found all() {
        return transports;
    }

    /** @throws InvalidEndpointException with the nearest name */
    Transport named(String scheme) {
        return transports
                .named(scheme)
                .orElseThrow(() -> new InvalidEndpointException(
                        "unknown transport '" + scheme + "'; " + Nearest.hint(scheme, transports.schemes())));
    }

    /** @throws InvalidEndpointException in one line, for anything but a URI of one of the transports */
    Endpoint endpoint(String uri) {
        int colon = uri.indexOf("://");
        if (colon < 1) {
            throw new InvalidEndpointException("'" + uri + "' is no address: write it as "
                    + transports.schemes().get(0) + "://127.0.0.1:7000");
        }
        return Endpoint.parse(uri, named(uri.substring(0, colon)));
    }

    /**
     * What each can do under its options, by the row's name.
     *
     * @throws InvalidEndpointException in one line, for an unknown transport or option
     */
    Map<String, Abilities> abilities(Collection<Row> rows) {
        Map<String, Abilities> abilities = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.store().isEmpty()) {
                var ignored = Stores.named(row.store());
            }
            abilities.put(row.name(), abilities(row));
        }
        return abilities;
    }

    /** Of a wiring: what each service's transport carries of what that service needs. */
    private Abilities abilities(Row row) {
        Set<Kind> all = EnumSet.noneOf(Kind.class);
        boolean overNetworks = true;
        for (Row.Leg leg : row.legs()) {
            Transport transport = named(leg.scheme());
            Guarantees guarantees = transport.guarantees(Endpoint.parse(leg.endpoint(), transport));
            Set<Kind> carries = guarantees.kinds();
            overNetworks &= transport instanceof InProcess || guarantees.promises(Guarantee.REACHES_OTHER_MACHINES);
            if (row.legs().size() > 1) {
                check(row, leg, carries);
            }
            all.addAll(carries);
        }
        return new Abilities(all, overNetworks);
    }

    private static void check(Row row, Row.Leg leg, Set<Kind> carries) {
        for (Contract<?> contract : Operations.all()) {
            for (Operation operation : contract.operations()) {
                if (leg.services().contains(contract.service()) && !carries.contains(operation.kind())) {
                    throw new InvalidEndpointException("in wiring '" + row.name() + "' " + contract.service()
                            + " can't go over " + leg.scheme() + ", which carries no "
                            + operation.kind().name().toLowerCase(Locale.ROOT) + " (" + operation + ")");
                }
            }
        }
    }
}
