package anywire.transport.inproc;

import anywire.transport.TransportException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Which in-process server has which port number, and which clients have subscriptions that outlive a server. */
final class InProcessPorts {
    private static final int FIRST_CHOSEN = 49_152;
    private static final int LAST = 65_535;

    private static final ConcurrentHashMap<Integer, InProcessServer> SERVERS = new ConcurrentHashMap<>();
    private static final Set<InProcessClient> SUBSCRIBERS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger CHOSEN = new AtomicInteger();

    private InProcessPorts() {}

    /** @return the port: {@code wanted}, or, for 0, one that is free */
    static int bind(int wanted, InProcessServer server) {
        if (wanted != 0) {
            if (SERVERS.putIfAbsent(wanted, server) != null) {
                throw new TransportException.Unreachable("inproc port " + wanted + " is in use", null);
            }
            return wanted;
        }
        for (int tries = LAST - FIRST_CHOSEN; tries >= 0; tries--) {
            int port = FIRST_CHOSEN + Math.floorMod(CHOSEN.getAndIncrement(), LAST - FIRST_CHOSEN + 1);
            if (SERVERS.putIfAbsent(port, server) == null) {
                return port;
            }
        }
        throw new TransportException.Unreachable("every inproc port is in use", null);
    }

    static void free(int port, InProcessServer server) {
        SERVERS.remove(port, server);
    }

    static @Nullable InProcessServer at(int port) {
        return SERVERS.get(port);
    }

    static void subscribes(InProcessClient client) {
        SUBSCRIBERS.add(client);
    }

    static void left(InProcessClient client) {
        SUBSCRIBERS.remove(client);
    }

    /** Tells those who lost an earlier server at this port that there is one again. */
    static void opened(int port, InProcessServer server) {
        for (InProcessClient client : SUBSCRIBERS) {
            if (client.port() == port) {
                client.resubscribe(server);
            }
        }
    }
}
