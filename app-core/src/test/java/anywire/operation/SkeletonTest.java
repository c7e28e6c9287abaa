package anywire.operation;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.codec.Codec;
import anywire.codec.CodecException;
import anywire.codec.JsonCodec;
import anywire.operation.AuthOperations.LoggedIn;
import anywire.operation.FollowOperations.Follow;
import anywire.operation.StorageOperations.NewPost;
import anywire.operation.StorageOperations.Posted;
import anywire.service.Auth;
import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.social.Token;
import anywire.social.Username;
import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls as a transport brings them, over a checked backend. */
class SkeletonTest {
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Codec JSON = new JsonCodec();

    private final Backend backend =
            new Backend(BackendSettings.all().with(new Auth.Settings(10, Duration.ofHours(1), Clock.systemUTC())));
    private final DirectTransport transport = new DirectTransport(backend.services());
    private final Token anns = backend.seeding().user(ANN);
    private final Token bobs = backend.seeding().user(BOB);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void replies_in_the_format_asked_for_whatever_the_request_is_in() throws CodecException {
        ask(AuthOperations.SIGN_UP.operation(), Format.FORM, "username=carl&password=12345678", Optional.empty());
        Reply reply = ask(
                AuthOperations.LOG_IN.operation(), Format.FORM, "username=carl&password=12345678", Optional.empty());
        Body body = ((Reply.Done) reply).body();
        assertThat(body.format()).isEqualTo(Format.JSON);
        Token token = JSON.decode(LoggedIn.class, body.bytes()).token();
        Reply posted = ask(
                StorageOperations.POST.operation(),
                Format.JSON,
                "{\"author\":\"carl\",\"text\":\"hi\"}",
                Optional.of(token));
        assertThat(JSON.decode(Posted.class, ((Reply.Done) posted).body().bytes())
                        .post()
                        .author())
                .hasToString("carl");
    }

    @Test
    void what_cannot_be_read_is_invalid_in_one_line() {
        Reply.Refused refused =
                refused(ask(AuthOperations.KNOWS.operation(), Format.JSON, "{\"name\":\"ann\"}", Optional.empty()));
        assertThat(refused)
                .isEqualTo(new Reply.Refused(Refusal.INVALID, "auth/knows: 'name' is unknown; known are username"));
    }

    @Test
    void a_format_that_nobody_reads_or_writes_is_unsupported() {
        assertThat(refused(ask(AuthOperations.KNOWS.operation(), Format.of(99), "", Optional.empty()))
                        .why())
                .isEqualTo(Refusal.UNSUPPORTED);
        Call call = new Call(
                AuthOperations.KNOWS.operation(),
                new Body(Format.FORM, "username=ann".getBytes(StandardCharsets.UTF_8)),
                Format.FORM,
                Duration.ofSeconds(10),
                Optional.empty(),
                Optional.empty());
        assertThat(refused(transport.call(call).join()).why()).isEqualTo(Refusal.UNSUPPORTED);
    }

    @Test
    void who_asks_without_a_token_or_with_a_false_one_is_nobody() {
        NewPost post = new NewPost(ANN, "hello");
        assertThat(refused(ask(StorageOperations.POST, post, Optional.empty())).why())
                .isEqualTo(Refusal.UNAUTHENTICATED);
        assertThat(refused(ask(StorageOperations.POST, post, Optional.of(new Token("false"))))
                        .why())
                .isEqualTo(Refusal.UNAUTHENTICATED);
    }

    @Test
    void nobody_posts_or_follows_or_announces_on_behalf_of_another() {
        assertThat(refused(ask(StorageOperations.POST, new NewPost(ANN, "hello"), Optional.of(bobs))))
                .isEqualTo(new Reply.Refused(Refusal.FORBIDDEN, "storage/post on behalf of ann is not for bob to ask"));
        assertThat(refused(ask(FollowOperations.FOLLOW, new Follow(ANN, BOB), Optional.of(bobs)))
                        .why())
                .isEqualTo(Refusal.FORBIDDEN);
        assertThat(ask(FollowOperations.FOLLOW, new Follow(ANN, BOB), Optional.of(anns)))
                .isInstanceOf(Reply.Done.class);
    }

    @Test
    void nobody_reads_the_inbox_of_another() {
        assertThat(refused(admit("ann", Optional.of(bobs))).why()).isEqualTo(Refusal.FORBIDDEN);
        assertThat(refused(admit("ann", Optional.empty())).why()).isEqualTo(Refusal.UNAUTHENTICATED);
        assertThat(refused(admit("Ann", Optional.of(anns))).why()).isEqualTo(Refusal.INVALID);
        assertThat(admit("ann", Optional.of(anns))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void without_the_check_callers_are_trusted() {
        Backend trusting = new Backend(BackendSettings.all().trusting());
        try (DirectTransport open = new DirectTransport(trusting.services())) {
            Body body = new Body(Format.JSON, JSON.encode(new NewPost(ANN, "hello")));
            assertThat(open.call(call(StorageOperations.POST.operation(), body, Optional.empty()))
                            .join())
                    .isInstanceOf(Reply.Done.class);
        }
    }

    private Reply admit(String topic, Optional<Token> token) {
        Operation inbox = NotifyOperations.INBOX.operation();
        Call call = call(inbox, Body.empty(Format.JSON), token);
        return backend.services().stream()
                .filter(service -> service.describe().service().equals(inbox.service()))
                .findFirst()
                .orElseThrow()
                .admit(call, topic)
                .toCompletableFuture()
                .join();
    }

    private <Q extends Record> Reply ask(Procedure<?, Q, ?> procedure, Q request, Optional<Token> token) {
        Body body = new Body(Format.JSON, JSON.encode(request));
        return transport.call(call(procedure.operation(), body, token)).join();
    }

    private Reply ask(Operation operation, Format format, String text, Optional<Token> token) {
        Body body = new Body(format, text.getBytes(StandardCharsets.UTF_8));
        return transport.call(call(operation, body, token)).join();
    }

    private static Call call(Operation operation, Body body, Optional<Token> token) {
        Optional<Credential> caller = token.map(Token::credential);
        return new Call(operation, body, Format.JSON, Duration.ofSeconds(10), caller, Optional.empty());
    }

    private static Reply.Refused refused(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return (Reply.Refused) reply;
    }
}
