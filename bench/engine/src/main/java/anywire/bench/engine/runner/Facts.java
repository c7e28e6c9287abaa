package anywire.bench.engine.runner;

import anywire.bench.engine.conformance.StatedFacts;
import anywire.bench.engine.conformance.TckVerdicts;
import anywire.bench.engine.driver.Protocol.Connected;
import anywire.bench.model.GraphFacts;
import anywire.bench.model.Row;
import anywire.bench.model.Row.Leg;
import anywire.bench.model.Stated;
import anywire.bench.model.Suite;
import anywire.bench.model.Tested;
import anywire.bench.model.TransportFacts;
import anywire.host.Transports;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Transport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run's record says of its transports and its graph. */
final class Facts {
    private Facts() {}

    static List<TransportFacts> transports(Suite suite, List<String> names, GenerationProcesses processes) {
        List<TransportFacts> all = new ArrayList<>();
        for (String name : names) {
            all.add(of(suite.row(name), processes.connected(name)));
        }
        return all;
    }

    static TransportFacts of(Row row, Connected connected) {
        Map<String, String> facts = new TreeMap<>();
        connected.facts().forEach((name, value) -> facts.put("client " + name, value));
        connected.serverFacts().forEach((name, value) -> facts.put("server " + name, value));
        if (!row.store().isEmpty()) {
            facts.put("server posts in", row.store());
        }
        Map<String, String> options = new TreeMap<>();
        Set<String> kinds = new TreeSet<>();
        Set<String> promises = new LinkedHashSet<>();
        List<Tested> tested = new ArrayList<>();
        List<Stated> stated = new ArrayList<>();
        long maxBodyBytes = Long.MAX_VALUE;
        boolean one = row.legs().stream().map(Leg::transport).distinct().count() == 1;
        for (Leg leg : row.legs()) {
            Transport transport = Transports.find().get(leg.scheme());
            Endpoint endpoint = Endpoint.parse(leg.endpoint(), transport);
            Guarantees guarantees = transport.guarantees(endpoint);
            // Of several, each says whose it is.
            String prefix = one ? "" : leg.scheme() + " ";
            endpoint.effective().forEach((name, value) -> options.put(prefix + name, value));
            guarantees.kinds().forEach(kind -> kinds.add(words(kind)));
            promises(guarantees).forEach(promise -> promises.add(prefix + promise));
            maxBodyBytes = Math.min(maxBodyBytes, guarantees.maxBodyBytes());
            if (one && tested.isEmpty() && stated.isEmpty()) {
                tested.addAll(TckVerdicts.of(transport, endpoint, guarantees));
                stated.addAll(StatedFacts.of(transport));
            }
        }
        return new TransportFacts(
                row.name(),
                one ? label(row) : row.name(),
                options,
                facts,
                List.copyOf(kinds),
                List.copyOf(promises),
                maxBodyBytes,
                tested,
                stated);
    }

    /** What a transport calls itself; behind the row's own name where it has one. */
    private static String label(Row row) {
        Leg leg = row.legs().get(0);
        Transport transport = Transports.find().get(leg.scheme());
        String label = transport.label(Endpoint.parse(leg.endpoint(), transport));
        if (row.name().equals(leg.scheme())) {
            return label;
        }
        int detail = label.indexOf(" (");
        return row.name() + (detail < 0 ? "" : label.substring(detail));
    }

    private static List<String> promises(Guarantees guarantees) {
        List<String> promises = new ArrayList<>();
        promises.add("send completes when " + words(guarantees.sendCompletes()));
        promises.add("delivery " + words(guarantees.delivery()));
        guarantees.promises().stream().map(Facts::words).sorted().forEach(promises::add);
        return promises;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static GraphFacts graph(Suite suite, GenerationProcesses processes) {
        Connected any = processes.connected(suite.transports().get(0));
        return new GraphFacts(any.graphSource(), any.users(), any.follows(), suite.seed(), any.fanOuts());
    }
}
