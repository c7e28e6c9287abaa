package anywire.bench.conduct;

import anywire.bench.run.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's counters of the loopback interface. */
final class Loopback {
    /** Columns of {@code /proc/net/dev} after the name: received bytes and packets come first. */
    private static final int BYTES = 0;

    private static final int PACKETS = 1;

    private Loopback() {}

    /** So far; nothing where the kernel does not count. What is sent on loopback is received on it, so it counts once. */
    static Traffic soFar() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/net/dev"))) {
                String text = line.strip();
                if (text.startsWith("lo:")) {
                    String[] columns = text.substring("lo:".length()).strip().split("\\s+", -1);
                    return new Traffic(Long.parseLong(columns[BYTES]), Long.parseLong(columns[PACKETS]));
                }
            }
        } catch (IOException e) {
            return Traffic.NONE;
        }
        return Traffic.NONE;
    }
}
