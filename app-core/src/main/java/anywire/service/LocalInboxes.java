package anywire.service;

import anywire.social.InboxListener;
import anywire.social.NotifyHub;
import anywire.social.Post;
import anywire.social.Username;
import anywire.transport.Subscription;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Inboxes read by listeners within the process. A listener hears one post at a time. */
final class LocalInboxes implements NotifyHub.Way {
    private final ConcurrentHashMap<Username, Set<Open>> open = new ConcurrentHashMap<>();

    Subscription open(Username reader, InboxListener listener) {
        Open inbox = new Open(reader, listener);
        open.compute(reader, (name, present) -> {
            Set<Open> inboxes = present == null ? ConcurrentHashMap.newKeySet() : present;
            inboxes.add(inbox);
            return inboxes;
        });
        return inbox;
    }

    @Override
    public CompletionStage<Void> deliver(Set<Username> readers, Post post) {
        if (!open.isEmpty()) {
            for (Username reader : readers) {
                open.getOrDefault(reader, Set.of()).forEach(inbox -> inbox.hear(post));
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private final class Open implements Subscription {
        private final Username reader;
        private final InboxListener listener;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        private Open(Username reader, InboxListener listener) {
            this.reader = reader;
            this.listener = listener;
        }

        private synchronized void hear(Post post) {
            if (!ended.isDone()) {
                listener.heard(post);
            }
        }

        @Override
        public CompletableFuture<Void> ended() {
            return ended;
        }

        @Override
        public void close() {
            open.computeIfPresent(reader, (name, inboxes) -> {
                inboxes.remove(this);
                return inboxes.isEmpty() ? null : inboxes;
            });
            ended.complete(null);
        }
    }
}
