package anywire.bench.cli;

import anywire.codec.BinaryCodec;
import anywire.operation.Remote;
import anywire.operation.RemoteServices;
import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Server;
import anywire.transport.kit.LocalHost;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services in this process, callers checked. */
final class ServedHere implements AutoCloseable {
    private static final Duration PEER_DEADLINE = Duration.ofSeconds(2);

    private final LocalHost host;
    private final List<Client> peers = new ArrayList<>();
    private final TransportCatalog found;
    private final ServedBroker broker;
    private final Server server;

    private ServedHere(TransportCatalog found, ServedBroker broker, List<String> services, Peers elsewhere) {
        this.found = found;
        this.broker = broker;
        this.host = new LocalHost(broker.secrets());
        try {
            BackendSettings settings = BackendSettings.of(services);
            if (elsewhere.auth().isPresent()) {
                settings = settings.with(remote(elsewhere.auth().get()).auth());
            }
            if (elsewhere.follow().isPresent()) {
                settings =
                        settings.with(remote(elsewhere.follow().get()).anyone().follow());
            }
            Endpoint at = broker.endpoint();
            server = found.named(at.scheme()).serve(at, new Backend(settings).services(), host);
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
     * @param secrets that the user has, by name
     * @throws IllegalArgumentException for an unknown service, or one that needs another that is nowhere
     * @throws anywire.transport.TransportException if it can't be bound
     * @throws anywire.host.RoleFailedException if the transport's companion can't be started
     */
    static ServedHere start(
            TransportCatalog found, Endpoint at, List<String> services, Peers elsewhere, Map<String, String> secrets)
            throws InterruptedException {
        return new ServedHere(found, ServedBroker.start(found.named(at.scheme()), at, secrets), services, elsewhere);
    }

    /** Where clients connect, with the user that they need. */
    URI address() {
        return broker.endpoint().at(server.address()).address();
    }

    /** What clients need besides. */
    Optional<Path> secretsFile() {
        return broker.secretsFile();
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
        broker.close();
    }

    @Override
    public void close() {
        server.close();
        closeAround();
    }
}
