package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.InboxListener;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.SocialNetwork;
import anywire.social.Token;
import anywire.social.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a person does, and what their followers see of it: authenticate, store the post, publish it (or publish it only),
 * and it is over when the last of the author's followers has it. All of them listen in this process, so one clock sees
 * both ends.
 */
final class UntilHeard implements Task {
    private static final String FILLER =
            " and this is what people say when they have a hundred and forty-one characters";

    /** What comes before it is heard. */
    enum Said {
        POSTED,
        PUBLISHED
    }

    private final Said said;
    private final Services services;
    private final SocialNetwork network;
    private final List<Author> authors = new ArrayList<>();
    private final Inboxes inboxes;
    private final LongAdder gaps = new LongAdder();
    private volatile Round round = new Round(0, 0, 1);

    private record Author(Username name, Token token, int followers) {}

    UntilHeard(Actions.Setting setting, Said said) throws Exception {
        this.said = said;
        this.services = setting.services();
        this.network = new SocialNetwork(setting.services());
        Population world = setting.world();
        for (int author : setting.authors()) {
            authors.add(new Author(
                    world.user(author), world.token(author), world.graph().followerCount(author)));
        }
        this.inboxes = setting.inboxes();
        inboxes.listen(Reader::new);
    }

    @Override
    public void prepare(long window, int capacity) {
        round = new Round(window, capacity, authors.size());
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        Round now = round;
        Author author = authors.get(number % authors.size());
        CompletableFuture<Boolean> over = now.expect(number, author.followers());
        say(author, number, "#" + now.window + "-" + number + FILLER).whenComplete((done, failure) -> {
            if (failure != null) {
                over.completeExceptionally(failure);
            } else {
                now.posted(number);
            }
        });
        return over;
    }

    private CompletionStage<?> say(Author author, int number, String text) {
        if (said == Said.POSTED) {
            return network.post(author.token(), text);
        }
        Post post = new Post(number + 1L, author.name(), Instant.EPOCH, text);
        return services.as(author.token()).notifications().published(post);
    }

    @Override
    public int maxPerSecond() {
        return 50_000;
    }

    @Override
    public Heard heard() {
        return round.heard();
    }

    /** How often a subscription said that it may have missed something. */
    public long gaps() {
        return gaps.sum();
    }

    @Override
    public void close() {
        inboxes.close();
    }

    /** One window. A post is over when it is stored and everybody has it, whichever comes last. */
    private static final class Round {
        private final long window;
        private final String mark;
        private final int authors;
        private final AtomicIntegerArray missing;
        private final AtomicIntegerArray followers;
        private final List<CompletableFuture<Boolean>> over;
        private final BitSet stored = new BitSet();
        private final LongAdder doubled = new LongAdder();
        private final LongAdder outOfOrder = new LongAdder();

        Round(long window, int capacity, int authors) {
            this.window = window;
            this.mark = "#" + window + "-";
            this.authors = authors;
            this.missing = new AtomicIntegerArray(capacity);
            this.followers = new AtomicIntegerArray(capacity);
            this.over = new ArrayList<>(capacity);
            for (int i = 0; i < capacity; i++) {
                over.add(new CompletableFuture<>());
            }
        }

        CompletableFuture<Boolean> expect(int number, int readers) {
            followers.set(number, readers);
            missing.set(number, readers + 1);
            return over.get(number);
        }

        void posted(int number) {
            synchronized (stored) {
                stored.set(number);
            }
            one(number);
        }

        void one(int number) {
            if (missing.decrementAndGet(number) == 0) {
                over.get(number).complete(true);
            }
        }

        Heard heard() {
            long expected = 0;
            long heard = 0;
            synchronized (stored) {
                for (int n = stored.nextSetBit(0); n >= 0; n = stored.nextSetBit(n + 1)) {
                    expected += followers.get(n);
                    heard += followers.get(n) - missing.get(n);
                }
            }
            return new Heard(expected, heard, doubled.sum(), outOfOrder.sum());
        }
    }

    /** One follower's inbox. */
    private final class Reader implements InboxListener {
        private long window = -1;
        private BitSet seen = new BitSet();
        private int[] latest = new int[0];

        @Override
        public synchronized void heard(Post post) {
            Round now = round;
            String text = post.text();
            if (!text.startsWith(now.mark)) {
                return;
            }
            if (window != now.window) {
                window = now.window;
                seen = new BitSet();
                latest = new int[now.authors];
            }
            int number = Integer.parseInt(text, now.mark.length(), text.indexOf(' '), 10);
            if (seen.get(number)) {
                now.doubled.increment();
                return;
            }
            seen.set(number);
            int author = number % now.authors;
            if (number < latest[author]) {
                now.outOfOrder.increment();
            }
            latest[author] = Math.max(latest[author], number);
            now.one(number);
        }

        @Override
        public void gap() {
            gaps.increment();
        }
    }
}
