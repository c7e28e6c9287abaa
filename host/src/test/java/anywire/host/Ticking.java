package anywire.host;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/**
 * Shells that add to a file without end, each with a new child for each pause. Whatever descends from them is known by its
 * environment, parents or not, and ended by {@link #close}.
 */
final class Ticking implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String MARK = "ANYWIRE_TEST";

    /** An hour, so that what a killed test leaves has an end. The second is started once there is a file FILE.fork. */
    private static final String SCRIPT = """
            tick() {
                i=0
                while [ $i -lt 180000 ]; do
                    i=$((i + 1))
                    echo >>"$1"
                    if [ -e "$1.fork" ]; then
                        rm "$1.fork"
                        tick "$1.child" &
                    fi
                    sleep 0.02
                done
            }
            tick "$0"
            """;

    private final String mark;
    private final Path folder;

    /** Waits generously, and looks often. */
    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }

    /** @param folder for the files */
    Ticking(Path folder) {
        this(folder, UUID.randomUUID().toString());
    }

    /** @param mark under which somebody else ends them */
    Ticking(Path folder, String mark) {
        this.folder = folder;
        this.mark = mark;
    }

    String mark() {
        return mark;
    }

    /** It has begun to tick. In a session of its own, as roles are. */
    long start(String name) throws IOException {
        long pid = start("setsid", "sh", "-c", SCRIPT, file(name).toString());
        patiently().until(() -> ticks(name) > 0);
        return pid;
    }

    long start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(MARK, mark);
        return builder.start().pid();
    }

    /** It gets a child that ticks, too, as {@code NAME.child}. */
    void fork(String name) throws IOException {
        Files.createFile(file(name + ".fork"));
        patiently().until(() -> ticks(name + ".child") > 0);
    }

    long ticks(String name) throws IOException {
        Path file = file(name);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    void awaitTicks(String name, int more) throws IOException {
        long before = ticks(name);
        patiently().until(() -> ticks(name) >= before + more);
    }

    /** All that there are of these shells and of their descendants. */
    List<ProcStat> processes() {
        return marked(mark);
    }

    static List<ProcStat> marked(String mark) {
        List<ProcStat> marked = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                if (environment(process).anyMatch((MARK + "=" + mark)::equals)) {
                    Optional<ProcStat> now = ProcStat.of(Long.parseLong(String.valueOf(process.getFileName())));
                    now.filter(each -> !each.ended()).ifPresent(marked::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marked;
    }

    private static Stream<String> environment(Path process) {
        try {
            return Stream.of(Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                    .split("\0", -1));
        } catch (IOException e) {
            return Stream.of();
        }
    }

    @Override
    public void close() {
        patiently().until(() -> {
            processes().forEach(each -> ProcessHandle.of(each.id()).ifPresent(ProcessHandle::destroyForcibly));
            return processes().isEmpty();
        });
    }
}
