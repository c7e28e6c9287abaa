package anywire.host;

import anywire.host.CompanionRole.CompanionStarted;
import anywire.host.CompanionRole.CompanionStopped;
import anywire.host.CompanionRole.StartCompanion;
import anywire.host.CompanionRole.StopCompanion;
import anywire.transport.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A transport's companion, seen from the parent: the process that starts it or is it, and its folder. To be used by one
 * thread at a time.
 */
public final class CompanionProcess implements AutoCloseable {
    /** A node of RabbitMQ takes 3 to 10 s, a container longer. */
    private static final Duration START = Duration.ofSeconds(90);

    private static final Duration STOP = Duration.ofSeconds(15);

    private final RoleProcess keeper;
    private final Path folder;
    private @Nullable CompanionStarted started;

    private CompanionProcess(RoleProcess keeper, Path folder) {
        this.keeper = keeper;
        this.folder = folder;
    }

    /**
     * Starts it and does not wait.
     *
     * @param name for messages and for the log's file name
     * @param classPath with the companion's own libraries
     * @param endpoint whose companion it is
     * @param site where its log goes, and which network it is in; what it stores is beside the log
     */
    public static CompanionProcess start(
            String name, ClassPath classPath, Endpoint endpoint, ProcessContext site, Map<String, String> secrets)
            throws InterruptedException {
        Path folder = site.logs().resolve(name.replaceAll("[^A-Za-z0-9.-]", "-"));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make " + folder + ": " + e.getMessage(), e);
        }
        RoleProcess keeper = RoleProcess.start(name, CompanionRole.class, classPath, site);
        keeper.send(new StartCompanion(
                endpoint.scheme(), endpoint.toUri(), folder.toAbsolutePath().toString(), 0, secrets));
        return new CompanionProcess(keeper, folder);
    }

    /**
     * Waits until it is up.
     *
     * @throws RoleFailedException if it can't be started, in one line that says where its log is
     */
    public CompanionProcess awaitStarted() throws InterruptedException {
        if (started == null) {
            started = keeper.receive(CompanionStarted.class, START);
        }
        return this;
    }

    private CompanionStarted started() {
        CompanionStarted now = started;
        if (now == null) {
            throw new IllegalStateException("not known to be up yet");
        }
        return now;
    }

    /** For {@link Endpoint#at}. */
    public URI address() {
        return URI.create(started().address());
    }

    public Map<String, String> facts() {
        return started().facts();
    }

    /** Its own and its keeper's. */
    public List<Long> pids() {
        return Stream.concat(Stream.of(keeper.pid()), started().processes().stream())
                .distinct()
                .toList();
    }

    /** What its own processes have spent so far. */
    public long cpuNanos() {
        return started().processes().stream().mapToLong(Spent::cpuNanosOf).sum();
    }

    /** What compilers have used of that; 0 of a broker that is no JVM. */
    public long compilerNanos() {
        return started().processes().stream().mapToLong(Spent::compilerNanosOf).sum();
    }

    /** Ends it, and deletes what it stored; its logs stay. Idempotent. */
    @Override
    public void close() {
        try {
            if (keeper.alive() && started != null) {
                keeper.ask(new StopCompanion(), CompanionStopped.class, STOP);
            }
        } catch (RoleFailedException e) {
            // It is gone already, or goes with its keeper.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper.close();
        deleteButLogs();
    }

    private void deleteButLogs() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.toString().endsWith(".log"))
                    .forEach(CompanionProcess::deleteUnlessInUse);
        } catch (IOException | UncheckedIOException e) {
            // What is left of it stands beside its log.
        }
    }

    private static void deleteUnlessInUse(Path path) {
        try {
            boolean ignored = Files.deleteIfExists(path);
        } catch (IOException e) {
            // A folder with a log in it.
        }
    }
}
