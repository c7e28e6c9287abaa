package anywire.bench.load;

import anywire.host.Spawner;
import java.io.IOException;
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

    /** Asks for a timer slack of 1 ns, and for the lowest real-time priority: ahead of all threads that have none. */
    public static void make() {
        try {
            String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
            String tid = self.substring(self.lastIndexOf('/') + 1);
            Files.writeString(Path.of("/proc", tid, "timerslack_ns"), "1");
            if (Spawner.Tools.has("chrt")) {
                Process chrt = Spawner.start(new ProcessBuilder("chrt", "--fifo", "--pid", "1", tid)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD));
                chrt.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException | RuntimeException e) {
            // It then sends later, and the send lag says so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
