package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.host.Spawner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs that are not ours, and one in C that is compiled where it is wanted. */
final class Programs {
    private Programs() {}

    /** {@code pingpong.c}. Skips the test where nothing can be compiled, or pinned. */
    static Path compiled(Path folder) throws Exception {
        assumeThat(Spawner.Tools.has("gcc") && Spawner.Tools.has("taskset"))
                .as("gcc or taskset is missing")
                .isTrue();
        Path source = folder.resolve("pingpong.c");
        try (InputStream in = Objects.requireNonNull(Programs.class.getResourceAsStream("pingpong.c"))) {
            Files.copy(in, source);
        }
        Path program = folder.resolve("pingpong");
        Process gcc = new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source.toString())
                .inheritIO()
                .start();
        assumeThat(gcc.waitFor(120, TimeUnit.SECONDS) && gcc.exitValue() == 0)
                .as("gcc can't compile here: are the C library's headers missing?")
                .isTrue();
        return program;
    }

    /** Started on those cores. */
    static Process pinned(Iterable<Integer> cores, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of("taskset", "-c"));
        line.add(String.join(",", asText(cores)));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> asText(Iterable<Integer> cores) {
        List<String> text = new ArrayList<>();
        cores.forEach(core -> text.add(String.valueOf(core)));
        return text;
    }

    /** All that it says until it ends. */
    static String said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
