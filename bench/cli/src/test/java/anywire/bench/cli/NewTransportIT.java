package anywire.bench.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anywire.host.Spawner.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code anywire new-transport} writes builds by itself, keeps what it promises, and answers calls. */
class NewTransportIT {
    private static final String HOME = System.getProperty("anywire.home");

    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void what_it_writes_builds_passes_the_tck_and_serves() throws Exception {
        assumeTrue(Tools.has("mvn"), "mvn is not on the PATH");
        Path module = folder.resolve("pigeon");
        assertThat(anywire("new-transport", "pigeon", module.toString())).contains("Wrote");
        assertThat(texts(module)).noneMatch(text -> text.matches("(?s).*(\\buds\\b|Uds|HOME|NAME|Title|@junit).*"));
        // Its own test is the TCK, which check runs as well.
        said("mvn", "-q", "-B", "package", "-DskipTests", "-f", module.toString());
        assertThat(anywire("check", module.toString())).contains("pigeon keeps what it promises");
        assertThat(anywire("transports", "--transport-path", module.toString(), "pigeon"))
                .contains("carries   call, event, push");
    }

    @Test
    void a_name_that_is_none_or_taken_and_a_folder_in_use_are_refused_in_one_line() throws Exception {
        Files.writeString(folder.resolve("mine"), "x");
        assertThat(Said.by("new-transport", "Carrier-Pigeon").errLines().get(0)).contains("lower case letters");
        assertThat(Said.by("new-transport", "tcp").errLines().get(0)).contains("already");
        assertThat(Said.by("new-transport", "pigeon", folder.toString())
                        .errLines()
                        .get(0))
                .contains("not empty");
    }

    private static List<String> texts(Path module) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file).replace(HOME, ""));
            }
        }
        return texts;
    }

    private String anywire(String... arguments) throws IOException, InterruptedException {
        try (AnywireProcess process = AnywireProcess.built(folder, arguments)) {
            assertThat(process.exit()).as(process.said()).isZero();
            return process.said();
        }
    }

    private String said(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(300, SECONDS)).as("%s ends", command[0]).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }
}
