package anywire.bench.engine.jmh;

import anywire.codec.BinaryCodec;
import anywire.host.Transports;
import anywire.operation.AuthStub;
import anywire.operation.Remote;
import anywire.social.AuthService;
import anywire.social.Token;
import anywire.social.Username;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Server;
import anywire.transport.Transport;
import anywire.transport.kit.LocalHost;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code authenticate} over a transport with stub, binary codec and skeleton: one in flight, the next from the caller's
 * thread. Client and server share the JVM, and meet over loopback. For {@code inproc} it is the call in process.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class RoundTripBenchmark {
    /** The command line replaces this by every scheme that it finds. */
    @Param({"inproc"})
    public String scheme;

    private LocalHost host;
    private Server server;
    private Client client;
    private AuthService auth;
    private Token token;

    @Setup
    public void connect() {
        LocalServices world = new LocalServices();
        Transport transport = Transports.find().get(scheme);
        Endpoint endpoint = Endpoint.loopback(transport);
        host = new LocalHost();
        server = transport.serve(endpoint, world.backend().services(), host);
        client = transport.connect(endpoint.at(server.address()), host);
        auth = new AuthStub(new Remote(client, new BinaryCodec(), Duration.ofSeconds(2)));
        token = world.token();
    }

    @Benchmark
    public Username authenticate() {
        return auth.authenticate(token).toCompletableFuture().join();
    }

    @TearDown
    public void close() {
        client.close();
        server.close();
        host.close();
    }
}
