package anywire.transport.amq;

import anywire.transport.Companion;
import anywire.transport.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** RabbitMQ in a container. Loads where its libraries are not, too; they are needed from {@link #start} on. */
final class DockerBroker implements Companion {
    @Override
    public String name() {
        return "RabbitMQ in a container";
    }

    @Override
    public List<String> libraries() {
        return List.of("brokers");
    }

    @Override
    public Running start(Path folder, OptionalInt port, Host host) throws Exception {
        return RabbitMqContainer.start(folder, port, host);
    }
}
