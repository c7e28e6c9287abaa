package anywire.bench.cli;

import anywire.bench.run.Row;
import anywire.bench.suite.Nearest;
import anywire.host.Transports;
import anywire.transport.Endpoint;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Operation.Kind;
import anywire.transport.Transport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The transports on the class path, as a person names them. */
final class Found {
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
     * What each carries under its options, by the row's name.
     *
     * @throws InvalidEndpointException in one line, for an unknown transport or option
     */
    Map<String, Set<Kind>> kinds(Collection<Row> rows) {
        Map<String, Set<Kind>> kinds = new LinkedHashMap<>();
        for (Row row : rows) {
            Transport transport = named(row.scheme());
            Endpoint endpoint = Endpoint.parse(row.endpoint(), transport);
            kinds.put(row.name(), transport.guarantees(endpoint).kinds());
        }
        return kinds;
    }
}
