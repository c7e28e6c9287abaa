package anywire.transport.amq;

import anywire.transport.Companion.Running;
import anywire.transport.Host;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.DockerImageName;

/** RabbitMQ in a container, by Testcontainers, which also removes it should this process be killed. */
final class RabbitMqContainer {
    private static final String IMAGE_VARIABLE = "ANYWIRE_RABBITMQ_IMAGE";
    private static final String DEFAULT_IMAGE = "rabbitmq:3-management";
    private static final int AMQP = 5672;

    private RabbitMqContainer() {}

    static Running start(Path folder, OptionalInt port, Host host) throws Exception {
        String told = System.getenv(IMAGE_VARIABLE);
        String image = told == null ? DEFAULT_IMAGE : told;
        Path data = Files.createDirectories(folder.resolve("data"));
        @SuppressWarnings("resource") // closed with what is handed out
        RabbitMQContainer container = new RabbitMQContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("rabbitmq"))
                .withAdminUser(Brokers.USER)
                .withAdminPassword(Brokers.password(host))
                .withFileSystemBind(data.toString(), "/var/lib/rabbitmq/mnesia")
                .withCreateContainerCmdModifier(command -> command.withHostName("anywire"));
        port.ifPresent(p -> container.setPortBindings(List.of("127.0.0.1:" + p + ":" + AMQP)));
        container.start();
        return new Contained(container, image);
    }

    private record Contained(RabbitMQContainer container, String image) implements Running {
        @Override
        public URI address() {
            return URI.create("amq://" + Brokers.USER + "@" + container.getHost() + ":" + container.getAmqpPort()
                    + "?broker=docker");
        }

        @Override
        public List<Long> processes() {
            Long first = container.getCurrentContainerInfo().getState().getPidLong();
            if (first == null) {
                return List.of();
            }
            return ProcessHandle.of(first).stream()
                    .flatMap(node -> Stream.concat(Stream.of(node), node.descendants()))
                    .map(ProcessHandle::pid)
                    .toList();
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("broker", image + ", in a container");
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
