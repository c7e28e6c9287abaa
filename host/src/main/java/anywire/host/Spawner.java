package anywire.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts child processes, all from one thread that lives as long as the JVM: the kernel's parent-death signal fires when
 * the <em>thread</em> that started the child ends, not the process.
 */
public final class Spawner {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "spawner");
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

    static Process java(List<String> flags, ClassPath classPath, Class<?> main, String argument, Path log) {
        List<String> command = new ArrayList<>(leash());
        command.add(JvmFlags.executable());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath.toString(), main.getName(), argument));
        return start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    /**
     * An interrupt has to wait for it, or nobody would know the process; the caller meets it at its next wait.
     *
     * @throws UncheckedIOException if it can't be started
     */
    public static Process start(ProcessBuilder builder) {
        Future<Process> started = THREAD.submit(builder::start);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return started.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            throw new UncheckedIOException(cause.getMessage(), cause);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
