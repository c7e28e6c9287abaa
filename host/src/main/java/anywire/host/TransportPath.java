package anywire.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where transports are that are not Anywire's own. Each place has a class loader of its own, so that what one brings along
 * reaches no other; in the JVMs of a run only those have its jars that need them.
 */
public final class TransportPath {
    private static final String PROPERTY = "anywire.transport.path";
    private static final Map<Path, Place> PLACES = new LinkedHashMap<>();

    private TransportPath() {}

    /** One place's class path, and the loader that has it. */
    static final class Place extends URLClassLoader {
        private final List<Path> entries;

        private Place(List<Path> entries) {
            super(entries.stream().map(Place::url).toArray(URL[]::new), TransportPath.class.getClassLoader());
            this.entries = entries;
        }

        private static URL url(Path entry) {
            try {
                return entry.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry + " can't be a class path's", e);
            }
        }

        List<Path> entries() {
            return entries;
        }
    }

    /**
     * Adds a place, for this JVM; one that is there already is not added again.
     *
     * @param place a jar, whose manifest names what it needs beside it; a module's folder, built; or a folder of jars or
     *     classes
     * @throws IllegalArgumentException if there is nothing of the kind
     */
    public static void add(Path place) {
        Path absolute = place.toAbsolutePath().normalize();
        entries(absolute); // to be told at once
        String before = System.getProperty(PROPERTY, "");
        if (!List.of(before.split(File.pathSeparator, -1)).contains(absolute.toString())) {
            System.setProperty(
                    PROPERTY, before.isEmpty() ? absolute.toString() : before + File.pathSeparator + absolute);
        }
    }

    /** What a JVM is to be started with, to have the same path. */
    public static List<String> flags() {
        String path = System.getProperty(PROPERTY, "");
        return path.isEmpty() ? List.of() : List.of("-D" + PROPERTY + "=" + path);
    }

    static synchronized List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String place : System.getProperty(PROPERTY, "").split(File.pathSeparator, -1)) {
            if (!place.isEmpty()) {
                places.add(PLACES.computeIfAbsent(Path.of(place), path -> new Place(entries(path))));
            }
        }
        return places;
    }

    private static List<Path> entries(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException(
                    "there is no " + place + ": give a jar, a built module's folder, or a" + " folder of jars");
        }
        if (Files.isDirectory(place.resolve("META-INF"))) {
            return List.of(place);
        }
        boolean module = Files.isRegularFile(place.resolve("pom.xml"));
        List<Path> jars = jars(module ? place.resolve("target") : place);
        if (jars.isEmpty()) {
            throw new IllegalArgumentException(
                    module ? place + " has no jar in target: build it first (mvn package)" : "no jar is in " + place);
        }
        return jars;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be read: " + e.getMessage(), e);
        }
    }
}
