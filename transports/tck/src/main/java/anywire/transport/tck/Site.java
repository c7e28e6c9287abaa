package anywire.transport.tck;

import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.LocalHost;
import anywire.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all checks of one run share: the transport, where it is tried, and its companion, started if it has one. */
final class Site implements AutoCloseable {
    private static final AtomicInteger RIGS = new AtomicInteger();

    private final Transport transport;
    private final Map<String, String> secrets;
    private final Endpoint endpoint;
    private final @Nullable CompanionOfRun companion;

    private record CompanionOfRun(Path folder, LocalHost host, Companion.Running running) {}

    Site(Transport transport, Endpoint endpoint, Map<String, String> secrets) {
        this.transport = transport;
        this.secrets = secrets;
        Optional<Companion> needed = transport.companion(endpoint);
        this.companion = needed.isPresent() ? start(needed.get(), secrets) : null;
        this.endpoint =
                companion == null ? endpoint : endpoint.at(companion.running().address());
    }

    private static CompanionOfRun start(Companion companion, Map<String, String> secrets) {
        LocalHost host = new LocalHost("tck-companion", 4, secrets);
        try {
            Path folder = Files.createTempDirectory("anywire-tck-companion");
            return new CompanionOfRun(folder, host, companion.start(folder, host));
        } catch (Exception e) {
            host.close();
            throw new IllegalStateException("companion " + companion.name() + " can't be started: " + e, e);
        }
    }

    Transport transport() {
        return transport;
    }

    /** With the companion's address, where there is one. */
    Endpoint endpoint() {
        return endpoint;
    }

    Guarantees guarantees() {
        return transport.guarantees(endpoint);
    }

    boolean hasCompanion() {
        return companion != null;
    }

    Map<String, String> secrets() {
        return secrets;
    }

    /** Unique within the JVM: what one check leaves in a broker must not reach the next. */
    String serviceName() {
        return "lab-" + RIGS.incrementAndGet();
    }

    @Override
    public void close() {
        if (companion == null) {
            return;
        }
        companion.running().close();
        companion.host().close();
        try (Stream<Path> files = Files.walk(companion.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
