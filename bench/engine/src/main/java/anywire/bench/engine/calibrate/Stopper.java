package anywire.bench.engine.calibrate;

import anywire.host.Spawner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Makes a process stand still. In one shell that waits by itself, as starting {@code sleep} takes 8 ms on a small machine,
 * and longer beside a busy driver.
 */
public final class Stopper {
    private Stopper() {}

    /**
     * Stops it after a delay, for at least so long; not at all if that is cancelled before.
     *
     * @return how long it really was, by the shell's clock: from just before it was stopped until just after it went on
     */
    public static CompletableFuture<Duration> stop(long pid, Duration delay, Duration length) {
        CompletableFuture<Duration> stopped = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                        if (!stopped.isDone()) {
                            stopped.complete(stop(pid, length));
                        }
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        stopped.completeExceptionally(e);
                    }
                },
                "stopper");
        thread.setDaemon(true);
        thread.start();
        return stopped;
    }

    private static Duration stop(long pid, Duration length) throws IOException, InterruptedException {
        String script = "exec {never}<> <(:); began=$EPOCHREALTIME; kill -STOP " + pid + "; read -t "
                + String.format(Locale.ROOT, "%.3f", length.toMillis() / 1e3) + " -u $never; kill -CONT " + pid
                + "; ended=$EPOCHREALTIME; echo $(( ${ended/[.,]/} - ${began/[.,]/} ))";
        List<String> command = new ArrayList<>(Spawner.leash());
        command.addAll(List.of("bash", "-c", script));
        Process shell = Spawner.start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
        shell.getOutputStream().close();
        String micros = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (shell.waitFor() != 0 || !micros.matches("\\d+")) {
            throw new IllegalStateException("process " + pid + " could not be stopped and sent on");
        }
        return Duration.ofNanos(Long.parseLong(micros) * 1_000);
    }
}
