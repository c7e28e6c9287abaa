package anywire.transport.tck;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.InProcess;
import anywire.transport.Option;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.List;

/** The in-process transport, sound but for what a subclass spoils. */
class MutantTransport implements Transport {
    private final InProcess sound = new InProcess();

    Client spoil(Client client, Endpoint to, Host host) {
        return client;
    }

    Service spoil(Service service) {
        return service;
    }

    Server spoil(Server server, Endpoint at, Host host) {
        return server;
    }

    @Override
    public String scheme() {
        return sound.scheme();
    }

    @Override
    public List<Option<?>> options() {
        return sound.options();
    }

    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        return sound.guarantees(endpoint);
    }

    @Override
    public Server serve(Endpoint at, List<Service> services, Host host) {
        return spoil(sound.serve(at, services.stream().map(this::spoil).toList(), host), at, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return spoil(sound.connect(to, host), to, host);
    }
}
