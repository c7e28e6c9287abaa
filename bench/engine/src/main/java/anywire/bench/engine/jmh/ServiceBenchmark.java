package anywire.bench.engine.jmh;

import anywire.social.AuthService;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.SocialNetwork;
import anywire.social.Token;
import anywire.social.Username;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The services themselves, called as objects: what is left when the transport and the codec are gone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class ServiceBenchmark {
    private AuthService auth;
    private SocialNetwork network;
    private Token token;
    private Page page;

    @Setup
    public void prepare() {
        LocalServices world = new LocalServices();
        auth = world.auth();
        network = new SocialNetwork(world.services());
        token = world.token();
        page = Page.newest(Page.DEFAULT_LIMIT);
        for (int i = 1; i <= Page.DEFAULT_LIMIT; i++) {
            network.post(token, "Post " + i).toCompletableFuture().join();
        }
    }

    @Benchmark
    public Username authenticate() {
        return auth.authenticate(token).toCompletableFuture().join();
    }

    /** Three services, one after another: who asks, whom they follow, and what those have said. */
    @Benchmark
    public List<Post> timeline() {
        return network.timeline(token, page).toCompletableFuture().join();
    }
}
