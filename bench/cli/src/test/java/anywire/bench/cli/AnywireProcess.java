package anywire.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line in a process of its own, as a user has it. */
final class AnywireProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private AnywireProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** With this test's class path. */
    static AnywireProcess start(Path folder, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return start(folder, List.of("-cp", classPath), arguments);
    }

    /** From the library folder that the build has filled, as the launcher does. */
    static AnywireProcess built(Path folder, String... arguments) throws IOException {
        String library = System.getProperty("anywire.lib");
        String home = System.getProperty("anywire.home");
        return start(
                folder,
                List.of("-Danywire.home=" + home, "-Danywire.lib=" + library, "-cp", library + "/*"),
                arguments);
    }

    private static AnywireProcess start(Path folder, List<String> flags, String... arguments) throws IOException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.add(Anywire.class.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new AnywireProcess(process, output);
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    /** Sends the signal: {@code INT} is Ctrl-C. */
    void kill(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    List<ProcessHandle> children() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.toList();
        }
    }

    @Override
    public void close() {
        children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
