package anywire.host;

import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.List;

/** Services with a seeded world in their stores, reachable over one transport, and a witness of what they saw. */
public final class Hosting implements AutoCloseable {
    private final Server server;
    private final Endpoint reachable;
    private final Witness.Sightings sightings = new Witness.Sightings();
    private final Planted.Stamps plantedNanos = new Planted.Stamps();

    /** @throws anywire.transport.TransportException if it can't be bound */
    public Hosting(HostingSpec spec, World world, Host host) {
        Transport transport = Transports.find().get(spec.scheme());
        // Who asks is checked nowhere in a measured run, over any transport: only equals compete.
        Backend backend =
                new Backend(BackendSettings.of(spec.services()).trusting().seed(world.seed()));
        backend.seeding().graph(world.graph());
        backend.seeding().posts(world.graph(), spec.postsEach());
        List<Service> watched = backend.services().stream()
                .<Service>map(service -> new Witness(planted(service, spec.plantedMicros()), sightings))
                .toList();
        Endpoint at = Endpoint.parse(spec.endpoint(), transport);
        this.server = transport.serve(at, watched, host);
        this.reachable = at.at(server.address());
    }

    private Service planted(Service service, int micros) {
        return micros == 0 ? service : new Planted(service, micros, plantedNanos);
    }

    /** What planted differences really took so far, by their own stamps: calls and nanoseconds. */
    public Planted.Total planted() {
        return plantedNanos.total();
    }

    /** Where clients connect, options included. */
    public Endpoint reachable() {
        return reachable;
    }

    public Server server() {
        return server;
    }

    /** @param sent how many numbered calls of each operation the window's driver sent */
    public Tally tally(long window, List<Long> sent) {
        return Tally.of(
                sightings.take(window), sent.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        server.close();
    }
}
