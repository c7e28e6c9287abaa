package anywire.bench.engine.suite;

import anywire.bench.model.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suites by name, which come with Anywire, and by path. */
public final class SuiteFiles {
    private static final List<String> BUILT_IN =
            List.of("quick", "decide", "standard", "limits", "steps", "steps-h2", "synchronicity", "loss", "overload");

    private SuiteFiles() {}

    public static List<String> builtIn() {
        return BUILT_IN;
    }

    /**
     * @param nameOrPath a built-in suite's name, or a file if it ends in .yaml or .yml or holds a slash
     * @throws InvalidSuiteException in one line, if there is none or it is wrong
     * @throws IOException if it is there and can't be read
     */
    public static Suite load(String nameOrPath) throws IOException {
        if (BUILT_IN.contains(nameOrPath)) {
            return SuiteReader.read(nameOrPath, nameOrPath + ".yaml", source(nameOrPath));
        }
        Path path = Path.of(nameOrPath);
        if (Files.isRegularFile(path)) {
            String name = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
            return SuiteReader.read(name, nameOrPath, Files.readString(path));
        }
        if (nameOrPath.contains("/") || nameOrPath.matches(".*\\.ya?ml")) {
            throw new InvalidSuiteException("there is no suite file " + nameOrPath);
        }
        throw new InvalidSuiteException("unknown suite '" + nameOrPath + "'; " + Nearest.hint(nameOrPath, BUILT_IN)
                + " (a suite of your own is given by its path)");
    }

    /** A built-in suite's text, comments included: where a suite of one's own begins. */
    public static String source(String builtIn) throws IOException {
        try (@Nullable InputStream in = SuiteFiles.class.getResourceAsStream("/suites/" + builtIn + ".yaml")) {
            if (in == null) {
                throw new IOException("the suite " + builtIn + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
