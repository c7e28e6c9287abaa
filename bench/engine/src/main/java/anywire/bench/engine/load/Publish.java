package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.NotifyService;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.Username;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** An event: over when the caller may go on, which means what the transport's guarantee says. Heard by nobody here. */
final class Publish implements Task {
    private static final String TEXT =
            "What people say when they have a hundred and forty-one characters, said by somebody whom nobody hears";

    private final NotifyService notifications;
    private final Username author;

    Publish(Services services, Population world) {
        int last = world.graph().users() - 1;
        this.author = world.user(last);
        this.notifications = services.as(world.token(last)).notifications();
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        Post post = new Post(number + 1L, author, Instant.EPOCH, TEXT);
        return notifications.published(post).thenApply(done -> true);
    }
}
