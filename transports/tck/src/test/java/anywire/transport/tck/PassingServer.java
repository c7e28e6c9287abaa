package anywire.transport.tck;

import anywire.transport.Server;
import java.net.URI;
import java.util.Map;

/** Passes everything on. */
class PassingServer implements Server {
    private final Server server;

    PassingServer(Server server) {
        this.server = server;
    }

    @Override
    public URI address() {
        return server.address();
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
    }
}
