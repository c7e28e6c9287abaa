package anywire.bench.engine.jmh;

import anywire.codec.BinaryCodec;
import anywire.codec.Codec;
import anywire.codec.CodecException;
import anywire.codec.JsonCodec;
import anywire.operation.AuthOperations.Authenticate;
import anywire.operation.AuthOperations.Authenticated;
import anywire.operation.Posts;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Token;
import anywire.social.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** Records to bytes and back, for what is sent most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class CodecBenchmark {
    /** What is encoded. */
    public enum Subject {
        /** A token of 32 characters. */
        AUTHENTICATE_REQUEST,
        /** A username. */
        AUTHENTICATE_REPLY,
        /** One of 90 characters. */
        POST,
        /** A page of posts. */
        TIMELINE
    }

    @Param({"binary", "json"})
    public String codec;

    @Param
    public Subject subject;

    private Codec chosen;
    private Record value;
    private byte[] bytes;

    @Setup
    public void prepare() {
        chosen = codec.equals("binary") ? new BinaryCodec() : new JsonCodec();
        value = value(subject);
        bytes = chosen.encode(value);
    }

    @Benchmark
    public byte[] encode() {
        return chosen.encode(value);
    }

    @Benchmark
    public Record decode() throws CodecException {
        return chosen.decode(value.getClass(), bytes);
    }

    private static Record value(Subject subject) {
        return switch (subject) {
            case AUTHENTICATE_REQUEST -> new Authenticate(new Token("q3Vd0bXW5nJc8RkTfY2hLs7ZpGa1Ue4M"));
            case AUTHENTICATE_REPLY -> new Authenticated(new Username("ann"));
            case POST -> post(1);
            case TIMELINE -> timeline();
        };
    }

    private static Posts timeline() {
        List<Post> posts = new ArrayList<>();
        for (int id = Page.DEFAULT_LIMIT; id > 0; id--) {
            posts.add(post(id));
        }
        return new Posts(List.copyOf(posts));
    }

    private static Post post(long id) {
        return new Post(
                id,
                new Username("ann"),
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                "Post " + id + ", as long as most of what people say here, and with an \u00fc in it for good measure.");
    }
}
