package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol;
import anywire.bench.engine.load.Actions;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Row;
import anywire.bench.model.Row.Leg;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.host.HostingSpec;
import anywire.host.HostingSpec.Peer;
import anywire.host.ServiceRole.Serving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each service of a row is, as far as is known yet, and so what each of its processes is to be told. */
final class ServiceRegistry {
    private final Suite suite;
    private final Row row;
    private final Map<String, Serving> serving = new LinkedHashMap<>();

    ServiceRegistry(Suite suite, Row row) {
        this.suite = suite;
        this.row = row;
    }

    /** Services elsewhere that those of a leg ask. */
    static List<String> needs(Leg leg) {
        List<String> needs = new ArrayList<>();
        if (leg.services().contains("storage") || leg.services().contains("follow")) {
            needs.add("auth");
        }
        if (leg.services().contains("notify")) {
            needs.add("follow");
        }
        needs.removeAll(leg.services());
        return needs;
    }

    void served(List<String> services, Serving where) {
        services.forEach(service -> serving.put(service, where));
    }

    /**
     * What a leg's process is to serve: where it was, if it was there before. Of a leg that needs others, once these are
     * served.
     *
     * @param at where it is to be for the first time
     */
    HostingSpec hosting(Leg leg, String at, String storeFolder, boolean gated) {
        Suite.GraphChoice graph = suite.graph();
        Serving before = serving.get(leg.services().get(0));
        List<Peer> peers = needs(leg).stream()
                .map(needed ->
                        new Peer(needed, row.leg(needed).scheme(), where(needed).endpoint()))
                .toList();
        return new HostingSpec(
                leg.scheme(),
                before == null ? at : before.endpoint(),
                leg.services(),
                peers,
                codec(),
                graph.users(),
                graph.followers(),
                graph.file(),
                suite.seed(),
                Actions.postsEach(actions()),
                row.store(),
                storeFolder,
                row.plantedMicros(),
                row.burntMicros(),
                gated);
    }

    /** For the driver; none, if all is in its own process. */
    List<Protocol.Leg> legs() {
        return serving.isEmpty()
                ? List.of()
                : row.legs().stream()
                        .map(leg -> new Protocol.Leg(
                                leg.services(),
                                leg.scheme(),
                                where(leg.services().get(0)).endpoint()))
                        .toList();
    }

    /** What servers say of themselves: where there are several legs, each name begins with the scheme. */
    Map<String, String> facts() {
        Map<String, String> all = new TreeMap<>();
        for (Leg leg : serving.isEmpty() ? List.<Leg>of() : row.legs()) {
            String of = row.legs().size() == 1 ? "" : leg.scheme() + " ";
            where(leg.services().get(0)).facts().forEach((name, value) -> all.put(of + name, value));
        }
        return all;
    }

    private Serving where(String service) {
        Serving there = serving.get(service);
        if (there == null) {
            throw new IllegalStateException(service + " of " + row.name() + " is not served yet");
        }
        return there;
    }

    List<AskedAction> actions() {
        return suite.scenarios().stream().map(Scenario::asked).distinct().toList();
    }

    /** A driver has one codec, which the planner has seen to. */
    String codec() {
        return suite.scenarios().get(0).codec();
    }
}
