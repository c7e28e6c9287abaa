package anywire.transport.tck;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Option;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import anywire.transport.inproc.InProcess;
import java.util.List;

/** The in-process transport, sound but for what a subclass mutates. */
class MutantTransport implements Transport {
    private final InProcess sound = new InProcess();

    Client mutate(Client client, Endpoint to, Host host) {
        return client;
    }

    Service mutate(Service service) {
        return service;
    }

    Server mutate(Server server, Endpoint at, Host host) {
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
        return mutate(sound.serve(at, services.stream().map(this::mutate).toList(), host), at, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return mutate(sound.connect(to, host), to, host);
    }
}
