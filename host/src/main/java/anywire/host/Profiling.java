package anywire.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Every role's JVM records itself by the JDK's Flight Recorder, for whoever wants to see where time goes. That takes time
 * of its own: such a run compares nothing.
 */
public final class Profiling {
    private static final String PROPERTY = "anywire.profile";

    private Profiling() {}

    /** For roles that this JVM starts from now on. Recordings stand beside their logs: {@code NAME.jfr}. */
    public static void on() {
        System.setProperty(PROPERTY, "");
    }

    static boolean isOn() {
        return System.getProperty(PROPERTY) != null;
    }

    /** What a role's JVM is to be started with besides; in memory, since it leaves no time to tidy up. */
    static List<String> flags(Path log) {
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.log$", "");
        return isOn()
                ? List.of(
                        "-D" + PROPERTY + "=" + log.resolveSibling(name + ".jfr"),
                        "-XX:StartFlightRecording=settings=profile,disk=false",
                        "-XX:FlightRecorderOptions=memorysize=32m",
                        // Or it would announce itself on standard output, which is the control channel.
                        "-Xlog:jfr+startup=error")
                : List.of();
    }

    /** In a role's JVM, before it leaves. */
    static void write() throws IOException {
        String file = System.getProperty(PROPERTY, "");
        if (!file.isEmpty()) {
            for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
                recording.dump(Path.of(file));
            }
        }
    }
}
