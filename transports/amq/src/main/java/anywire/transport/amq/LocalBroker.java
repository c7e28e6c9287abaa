package anywire.transport.amq;

import anywire.transport.Companion;
import anywire.transport.Host;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A private node of this machine's RabbitMQ: its name, folders, ports, cookie and port mapper are its own. Where it is
 * allowed, node and mapper live in a process namespace, which goes as a whole, whatever ends it.
 */
final class LocalBroker implements Companion {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final List<String> LEASH = List.of("setpriv", "--pdeathsig", "KILL");
    private static final List<String> NAMESPACE =
            List.of("unshare", "--pid", "--fork", "--kill-child=KILL", "--mount-proc");

    @Override
    public String name() {
        return "RabbitMQ";
    }

    @Override
    public Running start(Path folder, OptionalInt port, Host host) throws Exception {
        RabbitMqHome home = RabbitMqHome.find()
                .orElseThrow(() -> new IOException(
                        "rabbitmq-server is not installed here (or set RABBITMQ_HOME): broker=embedded needs nothing"));
        int amqp = AmqpPort.choose(port);
        Files.createDirectories(folder.resolve("home"));
        secretly(folder.resolve("home/.erlang.cookie"), UUID.randomUUID().toString());
        secretly(folder.resolve("rabbitmq.conf"), configuration(amqp, host));
        Files.writeString(folder.resolve("enabled_plugins"), "[].\n");
        Files.writeString(folder.resolve("env.conf"), "");
        ProcessBuilder node = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve("rabbitmq.log").toFile());
        Map<String, String> environment = environment(home, folder, amqp);
        Files.writeString(folder.resolve("node.env"), asShell(environment));
        node.environment().putAll(environment);
        Process process = started(node, host);
        Node running = new Node(process, amqp, home);
        try {
            AmqpPort.await("127.0.0.1", amqp, START, process::isAlive, "see " + folder.resolve("rabbitmq.log"));
            return running;
        } catch (IOException | InterruptedException e) {
            running.close();
            throw e;
        }
    }

    /**
     * Starts it from a thread that lives as long as it does: the kernel takes the end of the thread that started a process
     * for the end of its parent.
     */
    private static Process started(ProcessBuilder node, Host host) throws Exception {
        CompletableFuture<Process> started = new CompletableFuture<>();
        host.threads("rabbitmq")
                .newThread(() -> {
                    try {
                        Process process = node.start();
                        started.complete(process);
                        int ignored = process.waitFor();
                    } catch (IOException e) {
                        started.completeExceptionally(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
        return started.get(10, TimeUnit.SECONDS);
    }

    /** For whoever wants to ask the node something: {@code . node.env && rabbitmqctl status}. */
    private static String asShell(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(e -> "export " + e.getKey() + "='" + e.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    private static String configuration(int port, Host host) {
        return String.join(
                "\n",
                "listeners.tcp.1 = 127.0.0.1:" + port,
                "loopback_users = none",
                "default_user = " + Brokers.USER,
                "default_pass = " + Brokers.password(host),
                "log.console = true",
                "log.console.level = warning",
                "log.file = false",
                "");
    }

    /** Readable by this user alone; kept where it is there already, as after a restart. */
    private static void secretly(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        for (List<String> around : List.of(LEASH, NAMESPACE)) {
            if (works(around)) {
                command.addAll(around);
            }
        }
        command.addAll(List.of(
                "sh", "-c", "epmd -port \"$ERL_EPMD_PORT\" -address 127.0.0.1 & exec \"$ANYWIRE_RABBITMQ_SERVER\""));
        return command;
    }

    /** Whether it is there and allowed. */
    private static boolean works(List<String> around) {
        List<String> nothing = new ArrayList<>(around);
        nothing.add("true");
        try {
            Process process = new ProcessBuilder(nothing)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, String> environment(RabbitMqHome home, Path folder, int port) throws IOException {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("ANYWIRE_RABBITMQ_SERVER", home.server().toString());
        env.put("HOME", folder.resolve("home").toString());
        env.put("RABBITMQ_CONF_ENV_FILE", folder.resolve("env.conf").toString());
        env.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString());
        env.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                folder.resolve("enabled_plugins").toString());
        // What a node has stored is under its name: the same port is the same node.
        env.put("RABBITMQ_NODENAME", "anywire" + port + "@localhost");
        env.put("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString());
        env.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        env.put("RABBITMQ_PID_FILE", folder.resolve("node.pid").toString());
        env.put("RABBITMQ_DIST_PORT", String.valueOf(AmqpPort.free()));
        env.put("ERL_EPMD_PORT", String.valueOf(AmqpPort.free()));
        env.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        // Erlang's schedulers spin before they sleep, by default: on few cores that is the others' time.
        env.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none");
        return env;
    }

    private record Node(Process process, int port, RabbitMqHome home) implements Running {
        @Override
        public URI address() {
            return URI.create("amq://" + Brokers.USER + "@127.0.0.1:" + port + "?broker=local");
        }

        @Override
        public List<Long> processes() {
            return process.descendants().map(ProcessHandle::pid).toList();
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("broker", ("RabbitMQ " + home.version()).strip() + ", a private node");
        }

        @Override
        public void close() {
            // The first child of a namespace is its init; the node's own script hands the signal on.
            List<ProcessHandle> children = process.children().toList();
            children.forEach(ProcessHandle::destroy);
            if (children.isEmpty()) {
                process.destroy();
            }
            try {
                if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                kill();
                Thread.currentThread().interrupt();
            }
        }

        private void kill() {
            List<ProcessHandle> all = process.descendants().toList();
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
