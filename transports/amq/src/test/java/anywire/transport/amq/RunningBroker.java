package anywire.transport.amq;

import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.kit.LocalHost;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** A broker for one test, with a way past the transport. */
final class RunningBroker implements AutoCloseable {
    static final String SECRET = "correct-horse";

    private final Companion companion;
    private final Path folder;
    private final LocalHost host = new LocalHost("broker", 2, Map.of("amq.password", SECRET));
    private Companion.Running running;

    private RunningBroker(Companion companion, Path folder, OptionalInt port) throws Exception {
        this.companion = companion;
        this.folder = folder;
        this.running = companion.start(folder, port, host);
    }

    static RunningBroker embedded(Path folder) throws Exception {
        return new RunningBroker(new EmbeddedBroker(), folder, OptionalInt.empty());
    }

    static RunningBroker embeddedAt(Path folder, int port) throws Exception {
        return new RunningBroker(new EmbeddedBroker(), folder, OptionalInt.of(port));
    }

    static RunningBroker local(Path folder) throws Exception {
        return new RunningBroker(new LocalBroker(), folder, OptionalInt.empty());
    }

    Companion.Running running() {
        return running;
    }

    int port() {
        return running.address().getPort();
    }

    Endpoint endpoint(String options) {
        AmqTransport transport = new AmqTransport();
        return Endpoint.parse("amq://127.0.0.1:0" + options, transport).at(running.address());
    }

    /** Gone as a power cut would have it, and back at the same port. */
    void killAndRestart() throws Exception {
        int port = port();
        running.processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        running.close();
        running = companion.start(folder, OptionalInt.of(port), host);
    }

    void stop() {
        running.close();
    }

    void startAgain(int port) throws Exception {
        running = companion.start(folder, OptionalInt.of(port), host);
    }

    /** Beside the transport. */
    Connection peer() throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port());
        factory.setUsername("anywire");
        factory.setPassword(SECRET);
        try {
            return factory.newConnection("peer");
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        running.close();
        host.close();
    }
}
