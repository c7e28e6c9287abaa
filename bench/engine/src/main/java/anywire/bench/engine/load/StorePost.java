package anywire.bench.engine.load;

import anywire.bench.model.Degree;
import anywire.host.Population;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.StorageService;
import anywire.social.Username;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A post to be stored, whose author waits to a {@link Degree}. If it is to be seen, a reader asks for what is
 * new of the author's again and again, one question at a time, for as long as there is something to see.
 */
public final class StorePost implements Task {
    private static final String TEXT =
            " What people say when they have a hundred and forty-one characters to say it in";
    private static final int MOST = 100;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final StorageService storage;
    private final Username author;
    private final Degree degree;
    private final boolean seen;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Round round = new Round(0);

    /** One window. */
    private static final class Round {
        private final String mark;
        private final Map<Integer, CompletableFuture<Boolean>> unseen = new ConcurrentHashMap<>();
        private final BitSet told = new BitSet();
        private final BitSet failed = new BitSet();
        private volatile long latestNanos;
        private volatile long newestId;

        Round(long window) {
            this.mark = "#" + window + "-";
        }

        synchronized void told(int number, boolean well) {
            (well ? told : failed).set(number);
        }

        /** Not for what is surely lost. */
        boolean waits() {
            return !unseen.isEmpty() && System.nanoTime() - latestNanos < PATIENCE_NANOS;
        }

        void see(List<Post> posts) {
            if (!posts.isEmpty()) {
                newestId = posts.get(0).id();
            }
            for (Post post : posts) {
                CompletableFuture<Boolean> over = unseen.remove(number(post.text()));
                if (over != null) {
                    over.complete(true);
                }
            }
        }

        /** Of a post's text, or -1 if it is not of this window. */
        int number(String text) {
            return text.startsWith(mark) ? Integer.parseInt(text, mark.length(), text.indexOf(' '), 10) : -1;
        }
    }

    StorePost(Services services, Population world, Degree degree, boolean seen) {
        int last = world.graph().users() - 1;
        this.author = world.user(last);
        this.storage = services.as(world.token(last)).storage();
        this.degree = degree;
        this.seen = seen;
    }

    @Override
    public void prepare(long window, int capacity) {
        round = new Round(window);
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        Round now = round;
        CompletionStage<Boolean> wentOn = say(now.mark + number + TEXT);
        CompletionStage<Boolean> ignored = wentOn.whenComplete((well, failure) -> now.told(number, failure == null));
        if (!seen) {
            return wentOn;
        }
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        now.unseen.put(number, over);
        now.latestNanos = System.nanoTime();
        CompletionStage<Boolean> unused = wentOn.whenComplete((well, failure) -> {
            if (failure != null) {
                now.unseen.remove(number);
                over.completeExceptionally(failure);
            }
        });
        read(now);
        return over;
    }

    private CompletionStage<Boolean> say(String text) {
        if (degree == Degree.AWAIT) {
            return storage.post(author, text).thenApply(post -> post.text().equals(text));
        }
        CompletionStage<Boolean> accepted = storage.accept(author, text).thenApply(nothing -> true);
        return degree == Degree.ACCEPT ? accepted : CompletableFuture.completedFuture(true);
    }

    /**
     * Unless somebody does already. An answer that is there at once is taken in this loop, not on a growing stack; one that
     * fails ends it until the next post.
     */
    private void read(Round now) {
        while (now.waits() && now == round && reading.compareAndSet(false, true)) {
            CompletableFuture<List<Post>> page = storage.byAuthor(
                            author, Page.newest(MOST).after(now.newestId))
                    .toCompletableFuture();
            if (!page.isDone()) {
                CompletableFuture<List<Post>> ignored = page.whenComplete((posts, failure) -> {
                    reading.set(false);
                    if (failure == null) {
                        now.see(posts);
                        read(now);
                    }
                });
                return;
            }
            reading.set(false);
            if (page.isCompletedExceptionally()) {
                return;
            }
            now.see(page.join());
        }
    }

    /**
     * What became of the last window's posts.
     *
     * @param wentOn their authors were told nothing bad
     * @param failed their authors were told so
     * @param stored read back, each once
     * @param lost of those that went on
     * @param storedThoughFailed of those that failed
     */
    public record Fate(long wentOn, long failed, long stored, long doubled, long lost, long storedThoughFailed) {}

    /** Reads all back. @param services setUp */
    public Fate fate(Services services) throws Exception {
        Round now = round;
        BitSet stored = new BitSet();
        long doubled = 0;
        StorageService setUp = services.anyone().storage();
        Page page = Page.newest(MOST);
        List<Post> posts = newest(setUp, page);
        while (!posts.isEmpty()) {
            for (Post post : posts) {
                int number = now.number(post.text());
                if (number >= 0) {
                    doubled += stored.get(number) ? 1 : 0;
                    stored.set(number);
                }
            }
            page = page.before(posts.get(posts.size() - 1).id());
            posts = newest(setUp, page);
        }
        synchronized (now) {
            BitSet lost = (BitSet) now.told.clone();
            lost.andNot(stored);
            BitSet though = (BitSet) now.failed.clone();
            though.and(stored);
            return new Fate(
                    now.told.cardinality(),
                    now.failed.cardinality(),
                    stored.cardinality(),
                    doubled,
                    lost.cardinality(),
                    though.cardinality());
        }
    }

    private List<Post> newest(StorageService setUp, Page page) throws Exception {
        return setUp.byAuthor(author, page)
                .toCompletableFuture()
                .get(Actions.Setting.SET_UP_TIME.toSeconds() + 1, TimeUnit.SECONDS);
    }

    @Override
    public int maxPerSecond() {
        return 50_000;
    }
}
