package anywire.bench.cli;

import anywire.bench.engine.runner.Secrets;
import anywire.bench.results.Folders;
import anywire.host.ClassPath;
import anywire.host.CompanionProcess;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a transport needs before it can serve: its secrets, and its companion where it has one.
 *
 * @param endpoint with the companion's address
 * @param folder of this one alone, with the file of secrets and the companion's log; empty where there are no secrets
 */
record ServedBroker(
        Endpoint endpoint, Map<String, String> secrets, Optional<Path> folder, Optional<CompanionProcess> companion)
        implements AutoCloseable {
    private static final String SECRETS = "secrets";

    /** @param given secrets that the user has; the others are made up */
    static ServedBroker start(Transport transport, Endpoint at, Map<String, String> given) throws InterruptedException {
        Map<String, String> secrets = Secrets.of(transport, at);
        secrets.putAll(given);
        Optional<Companion> needed = transport.companion(at);
        if (secrets.isEmpty() && needed.isEmpty()) {
            return new ServedBroker(at, secrets, Optional.empty(), Optional.empty());
        }
        Path folder = newFolder();
        SecretsFile.write(folder.resolve(SECRETS), secrets);
        if (needed.isEmpty()) {
            return new ServedBroker(at, secrets, Optional.of(folder), Optional.empty());
        }
        ClassPath classPath = ClassPath.of(List.of(Role.class, transport.getClass()))
                .after(needed.get().libraries(), transport.getClass());
        CompanionProcess companion =
                CompanionProcess.start("broker", classPath, at, ProcessContext.at(folder), secrets);
        try {
            companion.awaitStarted();
            return new ServedBroker(at.at(companion.address()), secrets, Optional.of(folder), Optional.of(companion));
        } catch (RuntimeException | InterruptedException e) {
            companion.close();
            throw e;
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("anywire-serve-");
        } catch (IOException e) {
            throw new UncheckedIOException("can't make a folder: " + e.getMessage(), e);
        }
    }

    Optional<Path> secretsFile() {
        return folder.map(f -> f.resolve(SECRETS));
    }

    @Override
    public void close() {
        companion.ifPresent(CompanionProcess::close);
        folder.ifPresent(Folders::delete);
    }
}
