package anywire.bench.engine.floor;

import anywire.host.Role;
import anywire.host.Transports;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The least that the same bytes can cost here by some means, measured in the same generations as transports: a gate for drift
 * and a figure of its own. Its client answers {@link anywire.bench.engine.driver.Protocol.Measure}, closed loop alone.
 *
 * @param libraries classes whose jars both processes need
 */
public record Floor(
        String name,
        String help,
        Class<? extends Role> server,
        Class<? extends Role> client,
        Supplier<List<Class<?>>> libraries) {
    /** As {@code authenticate} carries: about so many bytes each way. */
    static final int MESSAGE_BYTES = 100;

    private static final List<Floor> ALL = List.of(
            new Floor(
                    "socket",
                    "blocking-socket ping-pong, 100 B each way, one in flight",
                    SocketFloor.Server.class,
                    SocketFloor.Client.class,
                    List::of),
            new Floor(
                    "bare-http",
                    "OkHttp on one thread to a bare Netty server, 100 B each way, one in flight",
                    HttpFloorServer.class,
                    HttpFloor.Client.class,
                    Floor::httpLibraries),
            new Floor(
                    "socket-http",
                    "a blocking socket that speaks HTTP to a bare Netty server, a GET without a body, one in flight",
                    HttpFloorServer.class,
                    SocketHttpFloor.Client.class,
                    Floor::httpLibraries));

    /** The http transport's jar brings the same OkHttp and Netty along. */
    private static List<Class<?>> httpLibraries() {
        return List.of(Transports.find().get("http").getClass());
    }

    public static List<Floor> all() {
        return ALL;
    }

    public static Optional<Floor> named(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Asked of a server. */
    public record Listen() {}

    public record Listening(int port) {}

    /** Asked of a client. */
    public record ConnectTo(int port) {}

    public record Ready() {}
}
