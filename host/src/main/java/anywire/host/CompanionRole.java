package anywire.host;

import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import anywire.transport.kit.LocalHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A process that a transport needs beside client and server: a broker, or what looks after one that is not Java. */
public final class CompanionRole implements Role {
    private static final int THREADS = 4;

    private @Nullable LocalHost host;
    private Companion.@Nullable Running running;

    /**
     * @param endpoint whose companion it is
     * @param folder its own, which exists
     * @param port to come back at; 0 for one of its choice
     * @param secrets by name
     */
    public record StartCompanion(
            String scheme, String endpoint, String folder, int port, Map<String, String> secrets) {}

    /**
     * @param address for {@link Endpoint#at}
     * @param processes whose CPU and memory are the companion's
     */
    public record CompanionStarted(String address, List<Long> processes, Map<String, String> facts) {}

    /** Asks it to end, and to say so: {@link CompanionStopped}. */
    public record StopCompanion() {}

    public record CompanionStopped() {}

    @Override
    public void answers(Questions on) {
        on.on(StartCompanion.class, this::start);
        on.on(StopCompanion.class, stop -> stop());
    }

    private Record start(StartCompanion start) {
        Transport transport = Transports.find().get(start.scheme());
        Endpoint endpoint = Endpoint.parse(start.endpoint(), transport);
        Companion companion = transport
                .companion(endpoint)
                .orElseThrow(() -> new IllegalArgumentException(start.scheme() + " needs no companion there"));
        LocalHost lent = new LocalHost("companion", THREADS, start.secrets());
        host = lent;
        OptionalInt port = start.port() == 0 ? OptionalInt.empty() : OptionalInt.of(start.port());
        try {
            Companion.Running now = companion.start(Path.of(start.folder()), port, lent);
            running = now;
            return new CompanionStarted(now.address().toString(), now.processes(), now.facts());
        } catch (Exception e) {
            throw new IllegalStateException(companion.name() + " can't be started: " + e.getMessage(), e);
        }
    }

    private Record stop() {
        close();
        return new CompanionStopped();
    }

    @Override
    public void close() {
        Companion.Running now = running;
        running = null;
        if (now != null) {
            now.close();
        }
        LocalHost lent = host;
        if (lent != null) {
            lent.close();
        }
    }
}
