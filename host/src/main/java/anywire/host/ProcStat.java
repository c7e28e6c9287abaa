package anywire.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code proc(5)}'s {@code stat} says of a process, or of a thread.
 *
 * @param id of the process or thread
 * @param state R runs, S and D wait, T is stopped, Z has ended
 * @param parent a process id
 */
record ProcStat(long id, char state, long parent, long startTicks) {
    private static final Path PROC = Path.of("/proc");

    /** Counted from behind the name's closing bracket. */
    private static final int START = 19;

    /** Empty if it is gone. */
    static Optional<ProcStat> of(long pid) {
        return read(PROC.resolve(String.valueOf(pid)));
    }

    /** Of all processes that there are; some may have ended since. */
    static List<ProcStat> ofAll() {
        return below(PROC);
    }

    /** None if the process is gone. */
    static List<ProcStat> ofThreads(long pid) {
        return below(PROC.resolve(String.valueOf(pid)).resolve("task"));
    }

    private static List<ProcStat> below(Path folder) {
        List<ProcStat> all = new ArrayList<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, "[0-9]*")) {
            each.forEach(path -> read(path).ifPresent(all::add));
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended meanwhile.
        }
        return all;
    }

    private static Optional<ProcStat> read(Path folder) {
        try {
            // A name may be any bytes.
            return Optional.of(parse(Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static ProcStat parse(String line) {
        String[] rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return new ProcStat(
                Long.parseLong(line.substring(0, line.indexOf(' '))),
                rest[0].charAt(0),
                Long.parseLong(rest[1]),
                Long.parseLong(rest[START]));
    }

    KnownProcess known() {
        return new KnownProcess(id, startTicks);
    }

    boolean ended() {
        return state == 'Z' || state == 'X';
    }

    /** By a signal, or by whoever traces it. */
    boolean stopped() {
        return state == 'T' || state == 't';
    }
}
