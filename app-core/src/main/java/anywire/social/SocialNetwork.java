package anywire.social;

import anywire.social.Services.Personal;
import anywire.transport.Subscription;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;

/**
 * What a person does, composed of the four services, whatever lies under each. Blocks no thread: stages complete on the
 * thread that brought the last answer. Safe for use by many threads.
 */
public final class SocialNetwork {
    private final Services services;
    private final LongAdder unannounced = new LongAdder();

    public SocialNetwork(Services services) {
        this.services = services;
    }

    public CompletionStage<Void> signUp(Username username, Password password) {
        return services.auth().signUp(username, password);
    }

    public CompletionStage<Token> logIn(Username username, Password password) {
        return services.auth().logIn(username, password);
    }

    public CompletionStage<Void> logOut(Token token) {
        return services.auth().logOut(token);
    }

    /**
     * Says something, and sees to it that followers hear of it. Once stored, a post is a post: where its followers could
     * not be told, the stage still completes with it, and {@link #unannounced()} counts it.
     */
    public CompletionStage<Post> post(Token token, String text) {
        return whoIs(token, (user, personal) -> personal.storage().post(user, text))
                .thenCompose(post -> announce(token, post));
    }

    private CompletionStage<Post> announce(Token token, Post post) {
        return services.as(token).notifications().published(post).handle((done, failure) -> {
            if (failure != null) {
                unannounced.increment();
            }
            return post;
        });
    }

    /** Posts stored whose event could not be sent. */
    public long unannounced() {
        return unannounced.sum();
    }

    /** What those whom the token's owner follows have said, newest first. */
    public CompletionStage<List<Post>> timeline(Token token, Page page) {
        return whoIs(token, (user, personal) -> timeline(user, personal, page));
    }

    private static CompletionStage<List<Post>> timeline(Username user, Personal personal, Page page) {
        return personal.follow()
                .following(user)
                .thenCompose(authors -> personal.storage().timeline(authors, page));
    }

    public CompletionStage<List<Post>> byAuthor(Username author, Page page) {
        return services.anyone().storage().byAuthor(author, page);
    }

    public CompletionStage<List<Post>> latest(Page page) {
        return services.anyone().storage().latest(page);
    }

    public CompletionStage<List<Post>> search(String word, Page page) {
        return services.anyone().storage().search(word, page);
    }

    public CompletionStage<Void> follow(Token token, Username whom) {
        return whoIs(token, (user, personal) -> personal.follow().follow(user, whom));
    }

    public CompletionStage<Void> unfollow(Token token, Username whom) {
        return whoIs(token, (user, personal) -> personal.follow().unfollow(user, whom));
    }

    public CompletionStage<List<Username>> following(Token token) {
        return whoIs(token, (user, personal) -> personal.follow().following(user));
    }

    public CompletionStage<List<Username>> followers(Token token) {
        return whoIs(token, (user, personal) -> personal.follow().followers(user));
    }

    /**
     * Hears what those whom the token's owner follows say from now on, each post once. What a gap swallowed is fetched
     * from the timeline; {@link InboxListener#gap()} is called only if that fails, and the next post tries again.
     *
     * @return done when live
     */
    public CompletionStage<Subscription> listen(Token token, InboxListener listener) {
        return whoIs(token, (user, personal) -> {
            Inbox inbox = new Inbox(listener, page -> timeline(user, services.as(token), page));
            return inbox.begin().thenCompose(begun -> personal.notifications().inbox(user, inbox));
        });
    }

    private <T> CompletionStage<T> whoIs(Token token, BiFunction<Username, Personal, CompletionStage<T>> work) {
        return services.auth().authenticate(token).thenCompose(user -> work.apply(user, services.as(token)));
    }
}
