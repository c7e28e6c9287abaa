package anywire.bench.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Passwords and keys by name, a line each: {@code amq.password=...}. Never on a command line, never in a URI. */
final class SecretsFile {
    private SecretsFile() {}

    /** @throws IllegalArgumentException in one line, if it can't be read */
    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("--secrets " + file + " can't be read: a line is NAME=VALUE", e);
        }
        Map<String, String> secrets = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        return secrets;
    }

    /** Readable by this user alone, from its first moment. */
    static void write(Path file, Map<String, String> secrets) {
        Properties properties = new Properties();
        properties.putAll(secrets);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file + ": " + e.getMessage(), e);
        }
    }
}
