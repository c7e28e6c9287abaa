package anywire.host;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

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
     * Where one of the classes does not come from a jar (in an IDE, or a build's own tests), there is no manifest to go
     * by: then it is this JVM's whole class path.
     */
    public static ClassPath of(Collection<Class<?>> anchors) {
        Set<Path> entries = new LinkedHashSet<>();
        for (Class<?> anchor : anchors) {
            Path location = location(anchor);
            if (Files.isDirectory(location)) {
                return whole();
            }
            entries.add(location);
        }
        return new ClassPath(entries);
    }

    private static ClassPath whole() {
        String surefire = System.getProperty("surefire.test.class.path");
        String path = surefire != null ? surefire : System.getProperty("java.class.path");
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        return new ClassPath(entries);
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
