package anywire.bench.engine.load;

import anywire.host.Spawner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        var ignored = preferTo(1);
    }

    /**
     * Asks for a real-time priority.
     *
     * @param priority 1 is the lowest
     * @return whether it was granted
     */
    public static boolean preferTo(int priority) {
        return ask("chrt", "--fifo", "--pid", String.valueOf(priority));
    }

    /** Asks to run on this core alone, whatever the other threads of the process do. */
    public static void stayOn(int core) {
        var ignored = ask("taskset", "--cpu-list", "--pid", String.valueOf(core));
    }

    /**
     * @param command lacks the thread's id, which comes last
     * @return whether it was done
     */
    private static boolean ask(String... command) {
        if (!Spawner.Tools.has(command[0])) {
            return false;
        }
        try {
            List<String> line = new ArrayList<>(List.of(command));
            line.add(tid());
            Process tool = Spawner.start(
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD));
            return tool.waitFor(5, TimeUnit.SECONDS) && tool.exitValue() == 0;
        } catch (IOException | UncheckedIOException e) {
            // It stays as it was: what it does late, it says.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String tid() throws IOException {
        String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
        return self.substring(self.lastIndexOf('/') + 1);
    }
}
