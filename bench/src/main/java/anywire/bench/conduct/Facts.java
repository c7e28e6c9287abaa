package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Connected;
import anywire.bench.run.GraphFacts;
import anywire.bench.run.Row;
import anywire.bench.run.Suite;
import anywire.bench.run.TransportFacts;
import anywire.host.Transports;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run's record says of its transports and its graph. */
final class Facts {
    private Facts() {}

    static List<TransportFacts> transports(Suite suite, List<String> names, BlockProcesses processes) {
        Transports.Found found = Transports.find();
        List<TransportFacts> all = new ArrayList<>();
        for (String name : names) {
            Row row = suite.row(name);
            all.add(of(row, found.get(row.scheme()), processes.connected(name)));
        }
        return all;
    }

    private static TransportFacts of(Row row, Transport transport, Connected connected) {
        Endpoint endpoint = Endpoint.parse(row.endpoint(), transport);
        Guarantees guarantees = transport.guarantees(endpoint);
        Map<String, String> facts = new TreeMap<>();
        connected.facts().forEach((name, value) -> facts.put("client " + name, value));
        connected.serverFacts().forEach((name, value) -> facts.put("server " + name, value));
        List<String> promises = new ArrayList<>();
        promises.add("send completes when " + words(guarantees.sendCompletes()));
        promises.add("delivery " + words(guarantees.delivery()));
        guarantees.promises().stream().map(Facts::words).sorted().forEach(promises::add);
        String client =
                connected.facts().getOrDefault("client", connected.serverFacts().getOrDefault("broker", ""));
        return new TransportFacts(
                row.name(),
                client.isEmpty() ? row.name() : row.name() + " (" + client + ")",
                endpoint.effective(),
                facts,
                guarantees.kinds().stream().map(Facts::words).sorted().toList(),
                promises);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static GraphFacts graph(Suite suite, BlockProcesses processes) {
        Connected any = processes.connected(suite.transports().get(0));
        return new GraphFacts(any.graphSource(), any.users(), any.follows(), suite.seed(), any.fanOuts());
    }
}
