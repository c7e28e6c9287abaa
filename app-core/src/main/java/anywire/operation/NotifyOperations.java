package anywire.operation;

import static anywire.operation.Done.NOTHING;
import static anywire.transport.Operation.Effect.READS;
import static anywire.transport.Operation.Effect.REPEATABLE;
import static anywire.transport.Operation.Work.QUICK;

import anywire.social.NotifyHub;
import anywire.social.NotifyService;
import anywire.social.Post;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import java.util.List;

/** What can be asked of {@link NotifyService}. */
public final class NotifyOperations {
    private static final String NOTIFY = "notify";

    public record Published(Post post) {}

    public static final Procedure<NotifyService, Published, Done> PUBLISHED = Declaration.event(
                    NOTIFY, "published", REPEATABLE, QUICK)
            .summary("Whoever follows the author is told of the post.")
            .takes(new Published(Examples.POST))
            .onBehalfOf(ask -> ask.post().author())
            .gives(NOTHING)
            .by((notify, ask) -> notify.published(ask.post).thenApply(done -> NOTHING));

    public static final Channel<NotifyHub, Post> INBOX = new Channel<>(
            new Operation(NOTIFY, "inbox", Kind.PUSH, READS, QUICK),
            Post.class,
            (hub, feed) -> hub.deliverBy(feed::push),
            "Posts of those whom the reader follows, as they are published. The topic is the reader's name.",
            Examples.POST);

    static final Contract<NotifyHub> CONTRACT = new Contract<>(NOTIFY, List.of(PUBLISHED), List.of(INBOX));

    private NotifyOperations() {}
}
