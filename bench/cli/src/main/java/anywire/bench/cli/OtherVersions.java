package anywire.bench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Libraries that Anywire has too, and a transport brings in another version. */
public final class OtherVersions {
    private static final String NETTY = "META-INF/io.netty.versions.properties";
    private static final String VERSION = "netty-common.version";

    private OtherVersions() {}

    /** Nothing to be fixed, but to be known where both must be in one JVM: in a wiring that has both. */
    public static List<String> of(Class<?> transport) {
        List<String> notes = new ArrayList<>();
        if (transport.getClassLoader() instanceof URLClassLoader own) {
            String theirs = version(own.findResource(NETTY));
            String ours = version(OtherVersions.class.getClassLoader().getResource(NETTY));
            if (theirs != null && !theirs.equals(ours)) {
                notes.add("brings Netty " + theirs + ", where Anywire's transports have " + ours
                        + ": each row's JVMs have their own alone, but a wiring of both would have one for both");
            }
        }
        return notes;
    }

    private static @Nullable String version(@Nullable URL properties) {
        if (properties == null) {
            return null;
        }
        try (InputStream in = properties.openStream()) {
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty(VERSION);
        } catch (IOException e) {
            return null;
        }
    }
}
