package anywire.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts child processes, all from one thread that lives as long as the JVM: the kernel's parent-death signal fires when
 * the <em>thread</em> that started the child ends, not the process.
 */
public final class Spawner {
    static final String THREAD_NAME = "spawner";

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, THREAD_NAME);
        thread.setDaemon(true);
        return thread;
    });

    private Spawner() {}

    /**
     * What to put before a command so that it dies with its parent and hears no Ctrl-C of its own: empty where the tools
     * (util-linux) are missing.
     */
    public static List<String> leash() {
        List<String> leash = new ArrayList<>();
        if (Tools.has("setpriv")) {
            leash.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        if (Tools.has("setsid")) {
            leash.add("setsid");
        }
        return leash;
    }

    static Process java(
            List<String> within, List<String> flags, ClassPath classPath, Class<?> main, String argument, Path log)
            throws InterruptedException {
        List<String> command = new ArrayList<>(leash());
        command.addAll(within);
        command.add(JvmFlags.executable());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath.toString(), main.getName(), argument));
        return start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    /**
     * If the caller is interrupted, what it asked for is not left behind.
     *
     * @throws UncheckedIOException if it can't be started
     */
    public static Process start(ProcessBuilder builder) throws InterruptedException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        THREAD.execute(() -> {
            try {
                started.complete(builder.start());
            } catch (IOException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.get();
        } catch (ExecutionException e) {
            IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            throw new UncheckedIOException(cause.getMessage(), cause);
        } catch (InterruptedException e) {
            CompletableFuture<Void> unused = started.thenAccept(Process::destroyForcibly);
            throw e;
        }
    }

    /** Command-line tools on the PATH. */
    public static final class Tools {
        private Tools() {}

        public static boolean has(String tool) {
            String path = System.getenv("PATH");
            if (path == null) {
                return false;
            }
            for (String folder : path.split(File.pathSeparator, -1)) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, tool))) {
                    return true;
                }
            }
            return false;
        }
    }
}
