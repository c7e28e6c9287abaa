package anywire.host;

import anywire.host.Spawner.Tools;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shell that runs {@code freezer.sh}: it signals processes for the harness, and sees to them when the harness is gone.
 * It is in a session of its own and has no leash, so that whatever ends the harness does not end it too; it waits for its
 * standard input and costs nothing meanwhile.
 *
 * <p>If it ends before its time, the next question starts another one and tells it all that the first one knew. To be used
 * by one thread.
 */
final class Watchdog implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final String SCRIPT = script();

    /** How many may have been added before those that are gone are sought. */
    private static final int MANY = 100;

    private final Set<KnownProcess> known = new LinkedHashSet<>();
    private int pruned;
    private @Nullable Path folder;
    private Process shell;
    private long number;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /** @throws IOException if there is no shell */
    static Watchdog start() throws IOException {
        return new Watchdog(startShell());
    }

    private static Process startShell() throws IOException {
        List<String> command = new ArrayList<>();
        if (Tools.has("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "anywire-freezer"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        return builder.start();
    }

    private static String script() {
        try (InputStream script = Watchdog.class.getResourceAsStream("freezer.sh")) {
            if (script == null) {
                throw new IllegalStateException("freezer.sh is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return shell.pid();
    }

    /** Below which cgroups are made, from now on. */
    void watch(Path cgroups) {
        folder = cgroups;
        var unused = ask("folder", cgroups.toString());
    }

    void know(Collection<KnownProcess> processes) {
        if (known.addAll(processes)) {
            var unused = ask("know", words(processes));
            pruneAfterMany();
        }
    }

    /**
     * Signals them to stop, which they do soon.
     *
     * @return whom it may not signal
     */
    Set<Long> stop(Collection<KnownProcess> processes) {
        known.addAll(processes);
        Set<Long> refused = ask("stop", words(processes));
        pruneAfterMany();
        return refused;
    }

    void go(Collection<KnownProcess> processes) {
        var unused = ask("go", words(processes));
    }

    /** Forgets those that are gone. */
    void prune() {
        known.retainAll(ProcStat.ofAll().stream().map(ProcStat::known).collect(Collectors.toSet()));
        var unused = ask("prune", "");
        pruned = known.size();
    }

    private void pruneAfterMany() {
        if (known.size() > pruned + MANY) {
            prune();
        }
    }

    /**
     * Starts another one if it has ended.
     *
     * @throws RoleFailedException if none can be started
     */
    void check() {
        if (!shell.isAlive()) {
            restart();
        }
    }

    private Set<Long> ask(String verb, String words) {
        Optional<Set<Long>> answer = tryAsk(verb, words);
        if (answer.isEmpty()) {
            restart();
            answer = tryAsk(verb, words);
        }
        return answer.orElseThrow(() -> new RoleFailedException("the freezer's shell does not answer: " + verb));
    }

    private void restart() {
        kill();
        try {
            shell = startShell();
        } catch (IOException e) {
            throw new RoleFailedException(
                    "the freezer's shell has ended, and no other can be started: " + e.getMessage());
        }
        Path cgroups = folder;
        boolean told = (cgroups == null || tryAsk("folder", cgroups.toString()).isPresent())
                && tryAsk("know", words(known)).isPresent();
        if (!told) {
            throw new RoleFailedException("the freezer's shell has ended, and its successor does not answer");
        }
    }

    /** Empty if it has ended, or hangs. */
    private Optional<Set<Long>> tryAsk(String verb, String words) {
        number++;
        try {
            OutputStream commands = shell.getOutputStream();
            commands.write((number + " " + verb + " " + words + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
            StringBuilder line = new StringBuilder();
            Process asked = shell;
            boolean ignored = Polling.until(() -> complete(asked, line) || !asked.isAlive(), ANSWER);
            String[] answer = line.toString().strip().split(" ", -1);
            if (!complete(asked, line) || !answer[0].equals(String.valueOf(number))) {
                return Optional.empty();
            }
            return Optional.of(
                    List.of(answer).stream().skip(1).map(Long::valueOf).collect(Collectors.toSet()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Reads what there is, without waiting, since a shell that was stopped would have us wait for ever. */
    private static boolean complete(Process shell, StringBuilder line) {
        try {
            InputStream answers = shell.getInputStream();
            while (!ended(line) && answers.available() > 0) {
                line.append((char) answers.read());
            }
            return ended(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(StringBuilder line) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == '\n';
    }

    private static String words(Collection<KnownProcess> processes) {
        return processes.stream().map(KnownProcess::toString).collect(Collectors.joining(" "));
    }

    /** Before its standard input ends, or it would take the harness for dead if it only hangs. */
    private void kill() {
        Process last = shell.destroyForcibly();
        boolean ignored = Polling.until(() -> !last.isAlive(), ANSWER);
    }

    /** Leaves all to it: it takes the harness for dead, and does what it is there for. */
    void abandon() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    /** Ends it; it signals nobody. Idempotent. */
    @Override
    public void close() {
        Process last = shell;
        if (tryAsk("end", "").isEmpty() || !Polling.until(() -> !last.isAlive(), ANSWER)) {
            kill();
        }
        abandon();
    }
}
