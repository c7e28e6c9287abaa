package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.conformance.KeptVerdicts;
import anywire.bench.engine.conformance.KeptVerdicts.Found;
import anywire.bench.engine.conformance.TckVerdicts;
import anywire.bench.model.Tested;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was checked of a jar holds for that jar. */
class KeptVerdictsTest {
    private static final List<Found> FOUND =
            List.of(new Found("CALLS_ARRIVE", true, "every call runs once"), new Found("EVENTS_ARRIVE", false, "x"));

    @TempDir
    Path folder;

    @Test
    void what_was_checked_is_cited_and_what_was_not_is_not_tried() throws Exception {
        Path jar = jar("");
        try (URLClassLoader loader = loader(jar)) {
            Transport faulty = faulty(loader);
            assertThat(tested(faulty)).isEmpty();
            assertThat(KeptVerdicts.keep(faulty, "faulty", FOUND)).contains(folder.resolve("faulty.jar.tck.txt"));
            assertThat(outcome(faulty, "CALLS_ARRIVE")).isEqualTo(Tested.Outcome.KEPT);
            assertThat(outcome(faulty, "EVENTS_ARRIVE")).isEqualTo(Tested.Outcome.BROKEN);
            assertThat(outcome(faulty, "PUSHES_ARRIVE")).isEqualTo(Tested.Outcome.NOT_TRIED);
            assertThat(outcome(faulty, "ENCRYPTED")).isEqualTo(Tested.Outcome.NOT_PROMISED);
        }
    }

    @Test
    void another_jar_is_not_the_one_that_was_checked() throws Exception {
        try (URLClassLoader loader = loader(jar(""))) {
            assertThat(KeptVerdicts.keep(faulty(loader), "faulty", FOUND)).isPresent();
        }
        try (URLClassLoader loader = loader(jar("built again"))) {
            assertThat(tested(faulty(loader))).isEmpty();
        }
    }

    private static List<Tested> tested(Transport transport) {
        Endpoint endpoint = Endpoint.loopback(transport);
        return TckVerdicts.of(transport, endpoint, transport.guarantees(endpoint));
    }

    private static Tested.Outcome outcome(Transport transport, String guarantee) {
        return tested(transport).stream()
                .filter(tested -> tested.guarantee().equals(guarantee))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static Transport faulty(ClassLoader loader) throws ReflectiveOperationException {
        var constructor = loader.loadClass("faulty.Sound").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Transport) constructor.newInstance();
    }

    private static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, KeptVerdictsTest.class.getClassLoader());
    }

    private Path jar(String note) throws IOException {
        Path classes = FaultyTransport.compiled(folder, "Sound");
        Path jar = folder.resolve("faulty.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(p -> p.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
            out.putNextEntry(new JarEntry("note"));
            out.write(note.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return jar;
    }
}
