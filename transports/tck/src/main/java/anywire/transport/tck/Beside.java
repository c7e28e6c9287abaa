package anywire.transport.tck;

import anywire.transport.Companion;
import anywire.transport.kit.LocalHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The companion of a run: started once, within this JVM, in a folder that goes with it. */
final class Beside implements AutoCloseable {
    private final Companion companion;
    private final Path folder;
    private final LocalHost host;
    private Companion.Running running;

    private Beside(Companion companion, Path folder, LocalHost host, Companion.Running running) {
        this.companion = companion;
        this.folder = folder;
        this.host = host;
        this.running = running;
    }

    static Beside start(Companion companion, Map<String, String> secrets) {
        LocalHost host = new LocalHost("tck-companion", 4, secrets);
        try {
            Path folder = Files.createTempDirectory("anywire-tck-");
            return new Beside(companion, folder, host, companion.start(folder, OptionalInt.empty(), host));
        } catch (Exception e) {
            host.close();
            throw new IllegalStateException("companion " + companion.name() + " can't be started: " + e, e);
        }
    }

    URI address() {
        return running.address();
    }

    /** In the same folder, at the same address. */
    void restart() throws Exception {
        int port = running.address().getPort();
        running.close();
        running = companion.start(folder, OptionalInt.of(port), host);
    }

    @Override
    public void close() {
        running.close();
        host.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
