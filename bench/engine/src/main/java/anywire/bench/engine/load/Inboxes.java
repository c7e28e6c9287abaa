package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.InboxListener;
import anywire.social.NotifyService;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.Token;
import anywire.transport.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The inboxes of all followers of the authors that post: opened once, whichever actions listen. */
public final class Inboxes {
    private final Services services;
    private final Population world;
    private final Set<Integer> readers = new TreeSet<>();
    private final Map<Integer, Open> open = new LinkedHashMap<>();

    /** @param setUp for opening them: JVMs that have just started, all at once, are slow */
    Inboxes(Services setUp, Population world, List<Integer> authors) {
        this.services = setUp;
        this.world = world;
        for (int author : authors) {
            for (int follower : world.graph().followers(author)) {
                readers.add(follower);
            }
        }
    }

    private record Open(Subscription subscription, Fan fan) {}

    /** Returns when all are live. @param listener makes one for each inbox */
    synchronized void listen(Supplier<InboxListener> listener) throws Exception {
        for (int reader : readers) {
            Open there = open.get(reader);
            if (there == null) {
                there = open(reader);
                open.put(reader, there);
            }
            there.fan().listeners.add(listener.get());
        }
    }

    private Open open(int reader) throws Exception {
        Token token = world.token(reader);
        NotifyService notifications = services.as(token).notifications();
        Fan fan = new Fan();
        Subscription subscription = notifications
                .inbox(world.user(reader), fan)
                .toCompletableFuture()
                .get(Actions.Setting.SET_UP_TIME.toSeconds() + 1, TimeUnit.SECONDS);
        return new Open(subscription, fan);
    }

    synchronized void close() {
        open.values().forEach(o -> o.subscription().close());
        open.clear();
    }

    private static final class Fan implements InboxListener {
        private final List<InboxListener> listeners = new CopyOnWriteArrayList<>();

        @Override
        public void heard(Post post) {
            for (InboxListener listener : listeners) {
                listener.heard(post);
            }
        }

        @Override
        public void gap() {
            listeners.forEach(InboxListener::gap);
        }
    }
}
