package anywire.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags of every JVM that Anywire starts, in one place: JDK 17 refuses what later ones want. */
public final class JvmFlags {
    private JvmFlags() {}

    /** The {@code java} that runs this process. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * For measured roles: one collector thread less to be woken on few cores, a heap that neither grows nor shrinks, and
     * a young generation in which a window's garbage fits.
     */
    public static List<String> role() {
        List<String> flags = new ArrayList<>(
                List.of("-Xms256m", "-Xmx256m", "-Xmn128m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
        // Compiler threads that come and go would take their CPU out of the account with them.
        flags.add("-XX:-UseDynamicNumberOfCompilerThreads");
        // Verifying byte code takes an eighth of the CPU of a block's start-up, and changes nothing that is measured:
        // it is over when a class is loaded.
        flags.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
        // Netty's buffers tell the Flight Recorder of themselves, which takes 90 classes and a rewrite of byte code to
        // get
        // ready: a sixth of the CPU of a role's start-up, for events that nobody records.
        flags.add("-Dio.netty.jfr.enabled=false");
        // The second compiler after 1,500 calls of a method in place of 5,000: a row has some thousand calls of its
        // slower actions while it warms.
        flags.add("-XX:CompileThresholdScaling=0.3");
        flags.addAll(access());
        return flags;
    }

    /** What a JDK wants to hear before libraries may use native code and {@code sun.misc.Unsafe} without a warning. */
    public static List<String> access() {
        int version = Runtime.version().feature();
        List<String> flags = new ArrayList<>();
        if (version >= 22) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        if (version >= 23) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }
}
