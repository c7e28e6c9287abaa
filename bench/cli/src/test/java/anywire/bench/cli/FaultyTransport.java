package anywire.bench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** A transport with one fault, compiled into a folder as a user's own would be. */
final class FaultyTransport {
    private FaultyTransport() {}

    /** @param name of one of the sources in {@code src/test/resources/faulty} */
    static Path compiled(Path temporary, String name) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        services(folder, name);
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-cp", classPath(), "-proc:none"));
        for (String source : List.of("Base", name)) {
            Path file = folder.resolve(source + ".java");
            Files.writeString(file, source(source));
            arguments.add(file.toString());
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException(name + " does not compile");
        }
        return folder;
    }

    /** A folder that names a class and has none. */
    static Path missing(Path temporary) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("Missing"));
        services(folder, "Missing");
        return folder;
    }

    /** Beside it there are the traces of another Netty. */
    static Path withNetty(Path folder, String version) throws IOException {
        Files.writeString(
                folder.resolve("META-INF/io.netty.versions.properties"), "netty-common.version=" + version + "\n");
        return folder;
    }

    private static void services(Path folder, String name) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("anywire.transport.Transport"), "faulty." + name + "\n");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String source(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FaultyTransport.class.getResourceAsStream("/faulty/" + name + ".java.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
