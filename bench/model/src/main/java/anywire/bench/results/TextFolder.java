package anywire.bench.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for files made from a run, each written whole or not at all. Throws {@link ResultsException}. */
public final class TextFolder {
    private final Path path;

    private TextFolder(Path path) {
        this.path = path;
    }

    /** Made if it isn't there. */
    public static TextFolder at(Path path) {
        try {
            return new TextFolder(Files.createDirectories(path));
        } catch (IOException e) {
            throw ResultsException.unwritable(path, e);
        }
    }

    /** @return where it is now */
    public Path write(String name, String text) {
        Path file = path.resolve(name);
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
