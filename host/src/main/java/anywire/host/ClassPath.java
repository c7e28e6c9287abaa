package anywire.host;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a role: the jars that hold the given classes. A module's jar names what it needs in its manifest, so
 * its own jar is enough, and nothing else comes along.
 */
public final class ClassPath {
    private final Set<Path> entries;

    private ClassPath(Set<Path> entries) {
        this.entries = entries;
    }

    /**
     * Where one of the classes does not come from a jar, or what its jar names does not stand beside it (in an IDE, or a
     * build's own tests), there is no manifest to go by: then it is this JVM's whole class path.
     */
    public static ClassPath of(Collection<Class<?>> anchors) {
        Set<Path> entries = new LinkedHashSet<>();
        for (Class<?> anchor : anchors) {
            if (anchor.getClassLoader() instanceof TransportPath.Place place) {
                entries.addAll(place.entries());
            } else if (isComplete(location(anchor))) {
                entries.add(location(anchor));
            } else {
                entries.addAll(whole());
            }
        }
        return new ClassPath(entries);
    }

    private static boolean isComplete(Path place) {
        if (Files.isDirectory(place)) {
            return false;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null
                    || Stream.of(named.split(" ", -1))
                            .filter(name -> !name.isEmpty())
                            .allMatch(name -> Files.exists(place.resolveSibling(name)));
        } catch (IOException e) {
            throw new IllegalArgumentException(place + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Set<Path> whole() {
        String surefire = System.getProperty("surefire.test.class.path");
        String path = surefire != null ? surefire : System.getProperty("java.class.path");
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    /**
     * The same jars as another build has them: by name, whatever their versions.
     *
     * @throws IllegalArgumentException naming the folder and the jar, if it hasn't one
     */
    public ClassPath of(Path library) {
        Set<Path> theirs = new LinkedHashSet<>();
        for (Path entry : entries) {
            theirs.add(jar(library, String.valueOf(entry.getFileName())));
        }
        return new ClassPath(theirs);
    }

    /**
     * All jars of folders beside the jar of a class, and after them what is here already.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public ClassPath after(List<String> folders, Class<?> beside) {
        Path jar = location(beside);
        if (Files.isDirectory(jar)) {
            return this; // no jar, so no folder beside it: the whole class path has to do
        }
        Path library = Objects.requireNonNull(jar.getParent());
        Set<Path> all = new LinkedHashSet<>();
        folders.forEach(folder -> all.addAll(jarsIn(library.resolve(folder))));
        all.addAll(entries);
        return new ClassPath(all);
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(j -> j.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    folder + ", which the transport's companion needs, can't be read: " + e.getMessage(), e);
        }
    }

    private static Path jar(Path library, String name) {
        if (Files.isRegularFile(library.resolve(name))) {
            return library.resolve(name);
        }
        String artifact = name.replaceFirst("-\\d.*\\.jar$", "");
        try (Stream<Path> jars = Files.list(library)) {
            return jars.filter(j -> String.valueOf(j.getFileName())
                            .replaceFirst("-\\d.*\\.jar$", "")
                            .equals(artifact))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(library + " has no " + artifact
                            + ": give the folder of a build of Anywire that has run once"));
        } catch (IOException e) {
            throw new IllegalArgumentException(library + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Path location(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalArgumentException(anchor + " is the JDK's own");
        }
        try {
            return inLibrary(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(anchor + " comes from no file: " + source.getLocation(), e);
        }
    }

    /** The jar of that name in the library folder, where what its manifest names stands beside it. */
    private static Path inLibrary(Path jar) {
        String library = System.getProperty("anywire.lib", "");
        Path there = Path.of(library).resolve(String.valueOf(jar.getFileName()));
        return !library.isEmpty() && Files.isRegularFile(there) ? there : jar;
    }

    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
