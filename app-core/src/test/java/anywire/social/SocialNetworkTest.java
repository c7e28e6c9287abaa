package anywire.social;

import static anywire.service.Refused.assertRefused;
import static anywire.service.Refused.done;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.codec.BinaryCodec;
import anywire.codec.Codec;
import anywire.codec.JsonCodec;
import anywire.operation.DirectTransport;
import anywire.operation.Remote;
import anywire.operation.RemoteServices;
import anywire.service.Auth;
import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.transport.Refusal;
import anywire.transport.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person does, over stubs and skeletons with callers checked, in either codec, and over bare services. */
class SocialNetworkTest {
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Password PASSWORD = new Password("correct horse");
    private static final Page PAGE = Page.newest(10);

    private final Backend backend =
            new Backend(BackendSettings.all().with(new Auth.Settings(10, Duration.ofHours(1), Clock.systemUTC())));
    private final DirectTransport transport = new DirectTransport(backend.services());
    private final List<String> heard = new CopyOnWriteArrayList<>();

    enum Wiring {
        BINARY,
        JSON,
        BARE
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private SocialNetwork network(Wiring wiring) {
        if (wiring == Wiring.BARE) {
            return new SocialNetwork(Services.trusting(
                    backend.auth().orElseThrow(),
                    backend.storage().orElseThrow(),
                    backend.follow().orElseThrow(),
                    backend.notifications().orElseThrow()));
        }
        Codec codec = wiring == Wiring.JSON ? new JsonCodec() : new BinaryCodec();
        Remote remote = new Remote(transport, codec, Duration.ofSeconds(30));
        return new SocialNetwork(new RemoteServices(remote, remote, remote, remote));
    }

    private static Token member(SocialNetwork network, Username name) {
        done(network.signUp(name, PASSWORD));
        return done(network.logIn(name, PASSWORD));
    }

    private final InboxListener listener = new InboxListener() {
        @Override
        public void heard(Post post) {
            heard.add(post.text());
        }

        @Override
        public void gap() {
            heard.add("gap");
        }
    };

    @ParameterizedTest
    @EnumSource
    void posts_are_read_searched_and_heard_by_followers(Wiring wiring) {
        SocialNetwork network = network(wiring);
        Token ann = member(network, ANN);
        Token bob = member(network, BOB);
        done(network.follow(bob, ANN));
        Subscription inbox = done(network.listen(bob, listener));

        Post post = done(network.post(ann, "Gr\u00fc\u00dfe, \ud83c\udf0d!"));

        assertThat(post.author()).isEqualTo(ANN);
        assertThat(heard).containsExactly(post.text());
        assertThat(done(network.timeline(bob, PAGE))).containsExactly(post);
        assertThat(done(network.byAuthor(ANN, PAGE))).containsExactly(post);
        assertThat(done(network.latest(PAGE))).containsExactly(post);
        assertThat(done(network.search("gr\u00fcsse", PAGE))).containsExactly(post);
        assertThat(done(network.following(bob))).containsExactly(ANN);
        assertThat(done(network.followers(ann))).containsExactly(BOB);
        assertThat(network.unannounced()).isZero();

        inbox.close();
        done(network.unfollow(bob, ANN));
        done(network.post(ann, "unheard"));
        assertThat(heard).hasSize(1);
        assertThat(done(network.timeline(bob, PAGE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_no_comes_back_as_the_same_refusal(Wiring wiring) {
        SocialNetwork network = network(wiring);
        Token ann = member(network, ANN);
        assertRefused(network.signUp(ANN, PASSWORD), Refusal.CONFLICT);
        assertRefused(network.logIn(BOB, PASSWORD), Refusal.UNAUTHENTICATED);
        assertRefused(network.post(ann, "x".repeat(142)), Refusal.INVALID);
        assertRefused(network.post(ann, "half \ud83c"), Refusal.INVALID);
        assertRefused(network.follow(ann, ANN), Refusal.INVALID);
        assertRefused(network.follow(ann, BOB), Refusal.NOT_FOUND);
        assertRefused(network.byAuthor(BOB, PAGE), Refusal.NOT_FOUND);
        assertRefused(network.search("two words", PAGE), Refusal.INVALID);
        done(network.logOut(ann));
        assertRefused(network.post(ann, "late"), Refusal.UNAUTHENTICATED);
        assertRefused(network.timeline(ann, PAGE), Refusal.UNAUTHENTICATED);
        assertRefused(network.listen(ann, listener), Refusal.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "JSON"})
    void what_was_said_during_a_gap_is_caught_up_in_order_and_nothing_is_heard_twice(Wiring wiring) {
        SocialNetwork network = network(wiring);
        Token ann = member(network, ANN);
        Token bob = member(network, BOB);
        done(network.follow(bob, ANN));
        done(network.post(ann, "before"));
        done(network.listen(bob, listener));
        done(network.post(ann, "one"));
        transport.losePushes();
        done(network.post(ann, "two"));
        done(network.post(ann, "three"));
        transport.resumeWithGap();
        transport.resumeWithGap();
        done(network.post(ann, "four"));
        assertThat(heard).containsExactly("one", "two", "three", "four");
    }
}
