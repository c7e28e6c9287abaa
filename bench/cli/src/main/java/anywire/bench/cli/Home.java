package anywire.bench.cli;

import java.nio.file.Path;

/** Where Anywire lives, as its launcher says; the working directory where none does. */
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("anywire.home", "")).toAbsolutePath();
    }

    static Path results() {
        return folder().resolve("results");
    }

    /** As short as it can be written from where the user is. */
    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) && !absolute.equals(here)
                ? here.relativize(absolute).toString()
                : absolute.toString();
    }
}
