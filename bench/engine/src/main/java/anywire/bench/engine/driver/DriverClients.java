package anywire.bench.engine.driver;

import anywire.bench.engine.driver.Protocol.Leg;
import anywire.bench.engine.load.NumberedClient;
import anywire.bench.engine.load.Numbering;
import anywire.codec.Codec;
import anywire.codec.Codecs;
import anywire.host.Transports;
import anywire.operation.Operations;
import anywire.operation.Remote;
import anywire.operation.RemoteServices;
import anywire.social.Services;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A client for each leg, all of whose calls are numbered together, and the four services over them. */
final class DriverClients {
    private final Codec codec;
    private final List<Leg> legs;
    private final List<NumberedClient> clients = new ArrayList<>();
    private final Map<String, Client> byService = new LinkedHashMap<>();

    /** @param numbering of all the calls of a window, whichever way they go */
    DriverClients(List<Leg> legs, String codec, Host host, Numbering numbering) {
        this.legs = List.copyOf(legs);
        this.codec = Codecs.named(codec);
        for (Leg leg : legs) {
            Transport transport = Transports.find().get(leg.scheme());
            Endpoint endpoint = Endpoint.parse(leg.endpoint(), transport);
            NumberedClient client = new NumberedClient(transport.connect(endpoint, host), numbering);
            clients.add(client);
            leg.services().forEach(service -> byService.put(service, client));
        }
    }

    /** @param deadline of every call */
    Services services(Duration deadline) {
        return new RemoteServices(
                remote(Operations.AUTH.service(), deadline),
                remote(Operations.STORAGE.service(), deadline),
                remote(Operations.FOLLOW.service(), deadline),
                remote(Operations.NOTIFY.service(), deadline));
    }

    private Remote remote(String service, Duration deadline) {
        return new Remote(Objects.requireNonNull(byService.get(service), service), codec, deadline);
    }

    /** Of all clients; where there are several, each name begins with the scheme. */
    Map<String, String> facts() {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < clients.size(); i++) {
            String of = clients.size() == 1 ? "" : legs.get(i).scheme() + " ";
            clients.get(i).facts().forEach((name, value) -> all.put(of + name, value));
        }
        return all;
    }

    /** Puts something between numbers and transports. Between two windows only. */
    void between(UnaryOperator<Client> something) {
        clients.forEach(client -> client.between(something));
    }
}
