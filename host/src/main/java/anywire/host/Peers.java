package anywire.host;

import anywire.codec.Codec;
import anywire.codec.Codecs;
import anywire.host.HostingSpec.Peer;
import anywire.operation.AuthStub;
import anywire.operation.FollowStub;
import anywire.operation.Operations;
import anywire.operation.Remote;
import anywire.social.AuthService;
import anywire.social.FollowService;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Transport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The services elsewhere that those here ask, each over its own transport. */
final class Peers implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Codec codec;

    Peers(HostingSpec spec, Host host) {
        this.codec = Codecs.named(spec.codec());
        for (Peer peer : spec.peers()) {
            Transport transport = Transports.find().get(peer.scheme());
            clients.put(peer.service(), transport.connect(Endpoint.parse(peer.endpoint(), transport), host));
        }
    }

    Optional<AuthService> auth() {
        return remote(Operations.AUTH.service()).map(AuthStub::new);
    }

    Optional<FollowService> follow() {
        return remote(Operations.FOLLOW.service()).map(FollowStub::new);
    }

    private Optional<Remote> remote(String service) {
        return Optional.ofNullable(clients.get(service)).map(client -> new Remote(client, codec, TIMEOUT));
    }

    @Override
    public void close() {
        clients.values().forEach(Client::close);
    }
}
