package anywire.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How late the kernel may wake a sleeping thread so as to save wake-ups: 50 us by default, two thirds of a pacing
 * thread's lateness. Linux only.
 */
public final class TimerSlack {
    private TimerSlack() {}

    /** Asks for 1 ns for the calling thread. @return whether the kernel took it */
    public static boolean lower() {
        try {
            String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
            String tid = self.substring(self.lastIndexOf('/') + 1);
            Path slack = Path.of("/proc", tid, "timerslack_ns");
            Files.writeString(slack, "1");
            return Files.readString(slack).strip().equals("1");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
