package anywire.bench.load;

import anywire.host.Spawner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Makes the calling thread punctual, as far as the machine lets it. By default the kernel may wake a sleeping thread
 * 50 us late so as to save wake-ups, and lets whatever runs on its core finish a slice of some milliseconds first. Linux
 * only; priority only for whoever may raise it.
 */
public final class Punctual {
    private Punctual() {}

    /** Asks for a timer slack of 1 ns. */
    public static void lowerSlack() {
        try {
            Files.writeString(Path.of("/proc", tid(), "timerslack_ns"), "1");
        } catch (IOException e) {
            // It then sends later, and the send lag says so.
        }
    }

    /** Asks for the lowest real-time priority: ahead of all threads that have none. */
    public static void prefer() {
        if (!Spawner.Tools.has("chrt")) {
            return;
        }
        try {
            Process chrt = Spawner.start(new ProcessBuilder("chrt", "--fifo", "--pid", "1", tid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD));
            chrt.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException | UncheckedIOException e) {
            // As above.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String tid() throws IOException {
        String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
        return self.substring(self.lastIndexOf('/') + 1);
    }
}
