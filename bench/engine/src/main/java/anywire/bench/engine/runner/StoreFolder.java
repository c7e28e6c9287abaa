package anywire.bench.engine.runner;

import anywire.bench.results.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where storage keeps a row's posts while a generation lasts. */
record StoreFolder(Path path) implements AutoCloseable {
    /** @param name of the row's processes: part of the folder's */
    static StoreFolder in(Path logs, String name) {
        Path folder =
                logs.resolve(name.replaceAll("[^A-Za-z0-9.-]", "-") + "-store").toAbsolutePath();
        try {
            return new StoreFolder(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("can't make " + folder + ": " + e.getMessage(), e);
        }
    }

    /** One inside it, for another store. */
    Path apart(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("can't make " + path.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    /** Deletes it; what is left of it, if anything, stands beside the logs. */
    @Override
    public void close() {
        boolean ignored = Folders.delete(path);
    }
}
