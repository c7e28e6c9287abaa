package anywire.service;

import anywire.social.Failures;
import anywire.social.FollowService;
import anywire.social.InboxListener;
import anywire.social.NotifyHub;
import anywire.social.Post;
import anywire.social.Username;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Looks an author's followers up, wherever the follow service runs, and hands each post to every way that leads to their
 * inboxes. Listeners within this process are one of those ways: they hear of a post on the thread that brought it.
 */
public final class Notify implements NotifyHub {
    private final FollowService follow;
    private final LocalInboxes local = new LocalInboxes();
    private final List<Way> ways = new CopyOnWriteArrayList<>(List.of(local));

    public Notify(FollowService follow) {
        this.follow = follow;
    }

    @Override
    public CompletionStage<Void> published(Post post) {
        return followers(post.author()).thenCompose(readers -> deliver(Set.copyOf(readers), post));
    }

    /** Whom nobody knows nobody follows. */
    private CompletionStage<List<Username>> followers(Username author) {
        return follow.followers(author).exceptionallyCompose(failure -> {
            boolean nobody =
                    Failures.cause(failure) instanceof RefusedException refused && refused.why() == Refusal.NOT_FOUND;
            return nobody ? CompletableFuture.completedFuture(List.of()) : CompletableFuture.failedFuture(failure);
        });
    }

    private CompletionStage<Void> deliver(Set<Username> readers, Post post) {
        if (readers.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<?>[] deliveries = ways.stream()
                .map(way -> deliver(way, readers, post).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(deliveries);
    }

    /** A way that closes just now has nobody left to tell. */
    private static CompletionStage<Void> deliver(Way way, Set<Username> readers, Post post) {
        return way.deliver(readers, post)
                .exceptionallyCompose(failure -> Failures.cause(failure) instanceof TransportException.Closed
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(failure));
    }

    @Override
    public CompletionStage<Subscription> inbox(Username reader, InboxListener listener) {
        return CompletableFuture.completedFuture(local.open(reader, listener));
    }

    @Override
    public Runnable deliverBy(Way way) {
        ways.add(way);
        return () -> ways.remove(way);
    }
}
