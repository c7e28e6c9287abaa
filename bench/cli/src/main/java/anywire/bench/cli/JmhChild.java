package anywire.bench.cli;

import anywire.bench.results.Folders;
import anywire.host.JvmFlags;
import anywire.host.Spawner;
import anywire.host.Spawner.Tools;
import anywire.host.TransportPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * JMH in a JVM of its own, which starts its forks. Both die with this process: the kernel kills the child when the thread
 * that started it ends, and the child's forks are started by way of a script that asks for the same.
 */
final class JmhChild {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path folder;
    private final Path temporary;

    private JmhChild(Path folder, Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Makes the run's folder, and in it one for temporary files: JMH's lock is then this run's own. */
    static JmhChild create(Path results) throws IOException {
        String name = STAMP.format(Instant.now().atZone(ZoneId.systemDefault())) + "-jmh";
        Path folder = Files.createDirectories(results.resolve(name)).toAbsolutePath();
        return new JmhChild(folder, Files.createDirectories(folder.resolve("tmp")));
    }

    Path json() {
        return folder.resolve("jmh.json");
    }

    /** @return its exit code */
    int run(String pattern, List<String> schemes, List<String> handedOn) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Spawner.leash());
        command.add(JvmFlags.executable());
        command.addAll(JvmFlags.access());
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("org.openjdk.jmh.Main", pattern, "-rf", "json", "-rff", json().toString()));
        command.addAll(List.of("-p", "scheme=" + String.join(",", schemes)));
        command.addAll(List.of("-jvm", forkedJava().toString()));
        command.addAll(List.of("-jvmArgsAppend", jvmArguments()));
        command.addAll(handedOn);
        Process jmh = Spawner.start(new ProcessBuilder(command).inheritIO());
        try (CtrlC guard = CtrlC.guard()) {
            try {
                return jmh.waitFor();
            } finally {
                jmh.destroyForcibly();
                jmh.onExit().join();
                boolean ignored = Folders.delete(temporary);
            }
        }
    }

    private Path forkedJava() throws IOException {
        Path java = Path.of(JvmFlags.executable());
        if (!Tools.has("setpriv")) {
            return java;
        }
        Path script = temporary.resolve("java");
        Files.writeString(script, "#!/bin/sh\nexec setpriv --pdeathsig KILL '" + java + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private String jvmArguments() {
        List<String> arguments = new ArrayList<>(JvmFlags.access());
        arguments.addAll(TransportPath.flags());
        arguments.add("-Djava.io.tmpdir=" + temporary);
        return String.join(" ", arguments);
    }
}
