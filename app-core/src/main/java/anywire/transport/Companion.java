package anywire.transport;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process that a transport needs beside client and server: a broker. The host gives it a JVM of its own, in which
 * {@link #start} either runs the broker itself or looks after one that is not Java.
 */
public interface Companion {
    /** As reports name it: {@code RabbitMQ}. */
    String name();

    /**
     * Names of library folders whose jars its JVM gets in place of the transport's own dependencies; empty where the
     * transport's class path will do.
     */
    default List<String> libraries() {
        return List.of();
    }

    /**
     * Starts it, within the JVM of its own.
     *
     * @param folder empty, its own; removed afterwards
     * @throws Exception with one clear line if it can't be started
     */
    Running start(Path folder, Host host) throws Exception;

    interface Running extends AutoCloseable {
        /** What to put in place of an endpoint's host, port, user and path. May hold a secret. */
        URI address();

        /** The processes whose CPU and memory are the companion's. */
        List<Long> processes();

        /** Version and whatever else a number must name. */
        Map<String, String> facts();

        @Override
        void close();
    }
}
