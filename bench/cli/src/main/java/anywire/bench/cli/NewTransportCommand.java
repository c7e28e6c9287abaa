package anywire.bench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new-transport",
        description = "Writes a transport to begin with: a module that builds, and keeps all that it promises.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire new-transport pigeon",
            "  anywire new-transport pigeon ~/src/pigeon-transport",
            "docs/adding-a-transport.md goes on from there."
        })
final class NewTransportCommand implements Callable<Integer> {
    /** Of the example that is the template: what stands for the new transport's name in it. */
    private static final String TEMPLATE_NAME = "uds";

    private static final String JAVA = "src/main/java/uds/";
    private static final List<String> FILES = List.of(
            "pom.xml",
            "README.md",
            "src/main/resources/META-INF/services/anywire.transport.Transport",
            "src/main/resources/META-INF/anywire/uds.yaml",
            JAVA + "package-info.java",
            JAVA + "UdsTransport.java",
            JAVA + "Frames.java",
            JAVA + "UdsConnection.java",
            JAVA + "UdsServer.java",
            JAVA + "Session.java",
            JAVA + "UdsClient.java",
            "src/test/java/uds/UdsTckTest.java");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Its scheme in URIs, and its package: lower case letters and digits.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "Where to. Default: NAME, here.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (!name.matches("[a-z][a-z0-9]{0,30}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "NAME is lower case letters and digits, and begins with a letter, not '" + name + "'");
        }
        if (new TransportCatalog().all().schemes().contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "there is a transport '" + name + "' already: take another name");
        }
        Path into = folder == null ? Path.of(name) : folder;
        requireEmpty(into);
        FILES.forEach(file -> write(into.resolve(named(file)), filled(file)));
        PrintWriter out = Anywire.out(spec);
        String here = Home.shown(into);
        String anywire = Home.shown(Home.folder().resolve("anywire"));
        out.println("Wrote " + here + ". Next:");
        out.println("  mvn -q package -f " + here);
        out.println("  " + anywire + " check " + here);
        out.println("  " + anywire + " run quick --transport-path " + here);
        out.flush();
        return ExitCodes.DONE;
    }

    private void requireEmpty(Path into) {
        if (!Files.exists(into)) {
            return;
        }
        try (Stream<Path> there = Files.list(into)) {
            if (there.findAny().isPresent()) {
                throw new ParameterException(spec.commandLine(), into + " is there already, and not empty");
            }
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), into + " is no folder that can be written to");
        }
    }

    private String filled(String file) {
        return named(template(file)).replace("HOME", Home.folder().toString());
    }

    private String named(String text) {
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return text.replaceAll("\\b" + TEMPLATE_NAME + "\\b", name)
                .replace("Uds", title)
                .replace("Title", title)
                .replace("NAME", name);
    }

    private static String template(String file) {
        String resource = "/anywire/bench/new-transport/" + file;
        try (InputStream in =
                Objects.requireNonNull(NewTransportCommand.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file + ": " + e.getMessage(), e);
        }
    }
}
