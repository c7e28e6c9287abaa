package anywire.bench.cli;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test that presses Ctrl-C. Whoever starts a build in the background of a shell without job control has SIGINT ignored, by
 * it and by all that it starts; there is no Ctrl-C to be tried there, and the test is skipped.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "anywire.bench.cli.NeedsInterrupts$Interrupts#arrive",
        disabledReason = "SIGINT is ignored here, as in the background of a shell: run it in the foreground")
@interface NeedsInterrupts {
    /** Whether this process, and so its children, would hear of a SIGINT. */
    final class Interrupts {
        private static final long SIGINT_BIT = 1L << 1;

        private Interrupts() {}

        static boolean arrive() throws IOException {
            Path status = Path.of("/proc/self/status");
            return !Files.exists(status)
                    || Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("SigIgn:"))
                            .map(line -> Long.parseUnsignedLong(
                                    line.substring("SigIgn:".length()).strip(), 16))
                            .allMatch(mask -> (mask & SIGINT_BIT) == 0);
        }
    }
}
