package anywire.transport.udp;

import anywire.transport.Client;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Operation.Kind;
import anywire.transport.Option;
import anywire.transport.Secret;
import anywire.transport.SendPoint;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import anywire.transport.udp.UdpOptions.Acks;
import anywire.transport.udp.UdpOptions.Sealing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Datagrams by Netty: see the package for what is on the wire. */
public final class UdpTransport implements Transport {
    @Override
    public String scheme() {
        return "udp";
    }

    @Override
    public List<Option<?>> options() {
        return UdpOptions.all();
    }

    @Override
    public String label(Endpoint endpoint) {
        UdpOptions options = UdpOptions.of(endpoint);
        return "udp (" + (options.isRaw() ? "raw" : "reliable")
                + (options.sealing() == Sealing.HMAC ? ", authenticated" : "") + ")";
    }

    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        UdpOptions options = UdpOptions.of(endpoint);
        Set<Guarantee> promises = EnumSet.of(Guarantee.PUSHES_IN_ORDER, Guarantee.REACHES_OTHER_MACHINES);
        if (!options.isRaw()) {
            promises.addAll(EnumSet.of(
                    Guarantee.CALLS_ARRIVE,
                    Guarantee.EVENTS_ARRIVE,
                    Guarantee.PUSHES_ARRIVE,
                    Guarantee.CALLS_RUN_AT_MOST_ONCE,
                    Guarantee.EVENTS_RUN_AT_MOST_ONCE,
                    Guarantee.GAPS_ARE_TOLD,
                    Guarantee.DETECTS_DEAD_SERVER));
        }
        if (options.sealing() == Sealing.HMAC) {
            promises.add(Guarantee.AUTHENTICATED_PEER);
        }
        Delivery delivery =
                !options.isRaw() && options.acks() == Acks.HANDLED ? Delivery.AT_LEAST_ONCE : Delivery.AT_MOST_ONCE;
        return new Guarantees(
                EnumSet.allOf(Kind.class), sendCompletes(options), delivery, options.maxBodyBytes(), promises);
    }

    private static SendPoint sendCompletes(UdpOptions options) {
        if (options.isRaw()) {
            return SendPoint.HANDED_OVER;
        }
        return options.acks() == Acks.HANDLED ? SendPoint.HANDLED : SendPoint.ACCEPTED;
    }

    @Override
    public List<Secret> secrets(Endpoint endpoint) {
        return UdpOptions.of(endpoint).sealing() == Sealing.HMAC
                ? List.of(new Secret(
                        UdpOptions.KEY_SECRET, "the key that both sides have: 32 characters or more, at random"))
                : List.of();
    }

    @Override
    public Server serve(Endpoint at, List<Service> services, Host host) {
        return UdpServer.bind(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new UdpClient(to, host);
    }
}
