package anywire.transport.amq;

import anywire.transport.Companion;
import anywire.transport.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Apache Qpid Broker-J in a JVM of its own. Loads where its libraries are not, too; they are needed from {@link #start} on. */
final class EmbeddedBroker implements Companion {
    @Override
    public String name() {
        return "Qpid";
    }

    @Override
    public List<String> libraries() {
        return List.of("brokers");
    }

    @Override
    public Running start(Path folder, OptionalInt port, Host host) throws Exception {
        return QpidInThisJvm.start(folder, port, host);
    }
}
