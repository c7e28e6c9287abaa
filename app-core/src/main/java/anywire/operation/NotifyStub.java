package anywire.operation;

import anywire.operation.NotifyOperations.Published;
import anywire.social.InboxListener;
import anywire.social.NotifyService;
import anywire.social.Post;
import anywire.social.Username;
import anywire.transport.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public record NotifyStub(Remote remote) implements NotifyService {
    @Override
    public CompletableFuture<Void> published(Post post) {
        return remote.send(NotifyOperations.PUBLISHED, new Published(post));
    }

    @Override
    public CompletionStage<Subscription> inbox(Username reader, InboxListener listener) {
        return remote.listen(NotifyOperations.INBOX, reader.value(), listener::heard, listener::gap);
    }
}
