package anywire.host;

import anywire.operation.Operations;
import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.store.PostStores.OpenPosts;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.List;
import java.util.Optional;

/**
 * Services with a seeded world in their stores, reachable over one transport, and a witness of what they saw. What they
 * need of services elsewhere they ask over those services' own transports.
 */
public final class Hosting implements AutoCloseable {
    private final Peers peers;
    private final Optional<OpenPosts> store;
    private final Server server;
    private final Endpoint reachable;
    private final CallRecorder.Sightings sightings;
    private final Gate.Latch latch = new Gate.Latch();
    private final InjectedDelay.Stamps plantedNanos = new InjectedDelay.Stamps();
    private final Burning.Burner burner;

    /** @throws anywire.transport.TransportException if it can't be bound */
    public Hosting(HostingSpec spec, Population world, Host host) {
        this(spec, world, host, new CallRecorder.Sightings());
    }

    private Hosting(HostingSpec spec, Population world, Host host, CallRecorder.Sightings sightings) {
        this.sightings = sightings;
        this.burner = new Burning.Burner(spec.burntMicros());
        Transport transport = Transports.find().get(spec.scheme());
        this.peers = new Peers(spec, host);
        this.store = Stores.open(spec);
        Backend backend = new Backend(settings(spec, world));
        backend.seeding().graph(world.graph());
        backend.seeding().posts(world.graph(), spec.postsEach());
        List<Service> watched = backend.services().stream()
                .<Service>map(service -> gated(service, spec))
                .<Service>map(service ->
                        new CallRecorder(burning(planted(onItsThread(service), spec.plantedMicros())), sightings))
                .toList();
        Endpoint at = Endpoint.parse(spec.endpoint(), transport);
        this.server = transport.serve(at, watched, host);
        this.reachable = at.at(server.address());
    }

    /**
     * Another set of the same services, with stores and subscribers of its own; what it sees, this one's
     * {@link #tally} tells.
     */
    public Hosting apart(HostingSpec spec, Population world, Host host) {
        return new Hosting(spec, world, host, sightings);
    }

    private BackendSettings settings(HostingSpec spec, Population world) {
        // Who asks is checked nowhere in a measured run, over any transport: only equals compete.
        BackendSettings settings =
                BackendSettings.of(spec.services()).trusting().seed(world.seed());
        if (peers.auth().isPresent()) {
            settings = settings.with(peers.auth().get());
        }
        if (peers.follow().isPresent()) {
            settings = settings.with(peers.follow().get());
        }
        return store.isPresent() ? settings.with(store.get()) : settings;
    }

    private Service gated(Service service, HostingSpec spec) {
        return spec.gated() ? new Gate(service, latch) : service;
    }

    /** What waits for a disk must not keep the thread that reads from the wire. */
    private Service onItsThread(Service service) {
        boolean waits = store.isPresent() && service.describe().service().equals(Operations.STORAGE.service());
        return waits ? new Blocking(service) : service;
    }

    private Service planted(Service service, int micros) {
        return micros == 0 ? service : new InjectedDelay(service, micros, plantedNanos);
    }

    private Service burning(Service service) {
        return burner.burns() ? new Burning(service, burner) : service;
    }

    /** What planted differences really took so far, by their own stamps: calls and nanoseconds. */
    public InjectedDelay.Total planted() {
        return plantedNanos.total();
    }

    /** Callers wait from now on, or no longer, if these services have gates. */
    void gate(boolean open) {
        if (open) {
            latch.open();
        } else {
            latch.close();
        }
    }

    /** Where clients connect, options included. */
    public Endpoint reachable() {
        return reachable;
    }

    public Server server() {
        return server;
    }

    /** @param sent how many numbered calls of each operation the window's driver sent */
    public CallTally tally(long window, List<Long> sent) {
        return CallTally.of(
                sightings.take(window), sent.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        server.close();
        burner.close();
        peers.close();
        store.ifPresent(OpenPosts::close);
    }
}
