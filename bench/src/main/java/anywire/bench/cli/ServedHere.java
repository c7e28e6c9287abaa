package anywire.bench.cli;

import anywire.call.BinaryCodec;
import anywire.call.Remote;
import anywire.call.RemoteServices;
import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.LocalHost;
import anywire.transport.Server;
import anywire.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Services in this process, callers checked. */
final class ServedHere implements AutoCloseable {
    private static final Duration PEER_DEADLINE = Duration.ofSeconds(2);

    private final LocalHost host = new LocalHost();
    private final List<Client> peers = new ArrayList<>();
    private final Found found;
    private final Server server;

    private ServedHere(Found found, Endpoint at, List<String> services, Peers elsewhere) {
        this.found = found;
        try {
            BackendSettings settings = BackendSettings.of(services);
            if (elsewhere.auth().isPresent()) {
                settings = settings.with(remote(elsewhere.auth().get()).auth());
            }
            if (elsewhere.follow().isPresent()) {
                settings =
                        settings.with(remote(elsewhere.follow().get()).anyone().follow());
            }
            Transport transport = found.named(at.scheme());
            server = transport.serve(at, new Backend(settings).services(), host);
        } catch (RuntimeException e) {
            closeAround();
            throw e;
        }
    }

    /** Services that those here ask and that run elsewhere, by URI. */
    record Peers(Optional<String> auth, Optional<String> follow) {
        static final Peers NONE = new Peers(Optional.empty(), Optional.empty());
    }

    /**
     * @throws IllegalArgumentException for an unknown service, or one that needs another that is nowhere
     * @throws anywire.transport.TransportException if it can't be bound
     */
    static ServedHere start(Found found, Endpoint at, List<String> services, Peers elsewhere) {
        return new ServedHere(found, at, services, elsewhere);
    }

    URI address() {
        return server.address();
    }

    private RemoteServices remote(String uri) {
        Endpoint endpoint = found.endpoint(uri);
        Client client = found.named(endpoint.scheme()).connect(endpoint, host);
        peers.add(client);
        Remote remote = new Remote(client, new BinaryCodec(), PEER_DEADLINE);
        return new RemoteServices(remote, remote, remote, remote);
    }

    private void closeAround() {
        peers.forEach(Client::close);
        host.close();
    }

    @Override
    public void close() {
        server.close();
        closeAround();
    }
}
