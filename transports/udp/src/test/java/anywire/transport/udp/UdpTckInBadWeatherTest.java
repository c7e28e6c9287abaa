package anywire.transport.udp;

import anywire.network.Conditions;
import anywire.network.Relay;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Option;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import anywire.transport.TransportException;
import anywire.transport.tck.TransportTck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The kit, with a network between that loses, doubles and reorders 5 % of what it is given. */
@Tag("slow")
public class UdpTckInBadWeatherTest extends TransportTck {
    private static final Conditions BAD =
            Conditions.NONE.withLoss(0.05).withDoubling(0.05).withReordering(0.05);

    @Override
    protected Endpoint endpoint() {
        return Endpoint.parse("udp://127.0.0.1:0", new UdpTransport());
    }

    @Override
    protected Transport transport() {
        return new InBadWeather();
    }

    /** Its servers are to be had through a relay alone. */
    public static final class InBadWeather implements Transport {
        private final UdpTransport udp = new UdpTransport();

        @Override
        public String scheme() {
            return udp.scheme();
        }

        @Override
        public String label(Endpoint endpoint) {
            return "udp in bad weather";
        }

        @Override
        public List<Option<?>> options() {
            return udp.options();
        }

        @Override
        public Guarantees guarantees(Endpoint endpoint) {
            return udp.guarantees(endpoint);
        }

        @Override
        public Server serve(Endpoint at, List<Service> services, Host host) {
            Server server = udp.serve(at.at(URI.create("udp://127.0.0.1:0")), services, host);
            try {
                Relay relay = Relay.udp(
                        new InetSocketAddress(at.host(), at.port()),
                        new InetSocketAddress("127.0.0.1", server.address().getPort()),
                        BAD,
                        141);
                return new Relayed(server, relay);
            } catch (IOException e) {
                server.close();
                throw new TransportException.Unreachable("can't listen on " + at.address() + ": " + e.getMessage(), e);
            }
        }

        @Override
        public Client connect(Endpoint to, Host host) {
            return udp.connect(to, host);
        }
    }

    private record Relayed(Server server, Relay relay) implements Server {
        @Override
        public URI address() {
            return URI.create("udp://127.0.0.1:" + relay.address().getPort());
        }

        @Override
        public Map<String, String> facts() {
            return server.facts();
        }

        @Override
        public Map<String, Long> counts() {
            return server.counts();
        }

        @Override
        public void close() {
            server.close();
            relay.close();
        }
    }
}
