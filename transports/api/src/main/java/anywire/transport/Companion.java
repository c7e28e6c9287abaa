package anywire.transport;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A process that a transport needs beside client and server: a broker. The host gives it a JVM of its own, makes the
 * transport and the companion anew there from the endpoint, and {@link #start} either runs the broker itself or looks
 * after one that is not Java. So transport and companion must load without the client library.
 */
public interface Companion {
    /** As reports name it: {@code RabbitMQ}. */
    String name();

    /**
     * Folders beside the transport's jar, {@code lib/NAME/}, whose jars its JVM gets in place of the transport's own
     * dependencies and of the core's; empty where the transport's class path will do.
     */
    default List<String> libraries() {
        return List.of();
    }

    /**
     * Starts it, within the JVM of its own.
     *
     * @param folder its own: empty at first; the same again, after a kill, resumes what was there
     * @param port to come back at the same address; empty for one of its choice
     * @throws Exception with one clear line if it can't be started
     */
    Running start(Path folder, OptionalInt port, Host host) throws Exception;

    interface Running extends AutoCloseable {
        /** For {@link Endpoint#at}: host, port, user, path, and options that it settled. No password: see {@link Secret}. */
        URI address();

        /** The processes whose CPU and memory are the companion's. */
        List<Long> processes();

        /** Version and whatever else a number must name. */
        Map<String, String> facts();

        @Override
        void close();
    }
}
