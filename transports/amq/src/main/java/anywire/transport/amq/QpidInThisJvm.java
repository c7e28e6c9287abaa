package anywire.transport.amq;

import anywire.transport.Companion.Running;
import anywire.transport.Host;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/** Apache Qpid Broker-J in this JVM, on loopback, keeping all in memory. */
final class QpidInThisJvm {
    private static final String CONFIGURATION = """
            { "name": "embedded", "modelVersion": "9.0",
              "authenticationproviders": [ { "name": "password", "type": "Plain", "secureOnlyMechanisms": [],
                "users": [ { "name": "anywire", "type": "managed", "password": "${anywire.password}" } ] } ],
              "ports": [ { "name": "AMQP", "type": "AMQP", "port": "${anywire.port}", "bindingAddress": "127.0.0.1",
                "authenticationProvider": "password", "protocols": [ "AMQP_0_9_1" ],
                "virtualhostaliases": [ { "name": "nameAlias", "type": "nameAlias" },
                                        { "name": "defaultAlias", "type": "defaultAlias" } ] } ],
              "virtualhostnodes": [ { "name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
                "virtualHostInitialConfiguration": "{\\"type\\":\\"Memory\\"}" } ] }
            """;

    private QpidInThisJvm() {}

    static Running start(Path folder, OptionalInt port, Host host) throws Exception {
        Path configuration = folder.resolve("qpid.json");
        Files.writeString(configuration, CONFIGURATION, StandardCharsets.UTF_8);
        System.setProperty("qpid.work_dir", folder.toString());
        Started started = new Started();
        SystemLauncher launcher = new SystemLauncher(started);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(SystemConfig.TYPE, "Memory");
        attributes.put(
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                configuration.toUri().toString());
        attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
        attributes.put(
                SystemConfig.CONTEXT,
                Map.of("anywire.port", String.valueOf(port.orElse(0)), "anywire.password", Brokers.password(host)));
        launcher.startup(attributes);
        return new Embedded(launcher, started.port());
    }

    private static final class Started extends SystemLauncherListener.DefaultSystemLauncherListener {
        private final AtomicReference<@Nullable SystemConfig<?>> resolved = new AtomicReference<>();
        private final AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();

        @Override
        public void onContainerResolve(SystemConfig<?> system) {
            resolved.set(system);
        }

        @Override
        public void errorOnStartup(RuntimeException e) {
            failed.set(e);
        }

        int port() {
            RuntimeException failure = failed.get();
            SystemConfig<?> system = resolved.get();
            if (failure != null || system == null) {
                throw new IllegalStateException("Qpid could not start: " + failure, failure);
            }
            return ((Broker<?>) system.getContainer())
                    .getPorts().stream()
                            .mapToInt(Port::getBoundPort)
                            .filter(bound -> bound > 0)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("Qpid listens nowhere: port in use?"));
        }
    }

    private record Embedded(SystemLauncher launcher, int port) implements Running {
        @Override
        public URI address() {
            return URI.create("amq://" + Brokers.USER + "@127.0.0.1:" + port + "?broker=embedded");
        }

        @Override
        public List<Long> processes() {
            return List.of(ProcessHandle.current().pid());
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("broker", "Apache Qpid Broker-J, embedded, in memory");
        }

        @Override
        public void close() {
            launcher.shutdown();
        }
    }
}
