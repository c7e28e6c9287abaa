package anywire.social;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands between a subscription and a listener: passes each post on once, and fetches from the timeline what a gap
 * swallowed. While it fetches, pushes wait, so that the listener hears the older posts first.
 *
 * <p>Pushes and fetched pages arrive on several threads: each becomes a step, and whichever thread finds no step running
 * runs all that wait. No thread blocks.
 */
final class Inbox implements InboxListener {
    static final int MAX_CATCH_UP = 10_000;

    private final InboxListener listener;
    private final Function<Page, CompletionStage<List<Post>>> timeline;
    private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger stepsWaiting = new AtomicInteger();

    // Touched by steps alone.
    private final RecentPosts recent = new RecentPosts();
    private final List<Post> held = new ArrayList<>();
    private boolean fetching;
    private boolean behind;

    Inbox(InboxListener listener, Function<Page, CompletionStage<List<Post>>> timeline) {
        this.listener = listener;
        this.timeline = timeline;
    }

    /** Notes where the timeline stands. To be done before the subscription, so that nothing falls between. */
    CompletionStage<Void> begin() {
        return timeline.apply(Page.newest(1))
                .thenAccept(newest -> newest.forEach(post -> step(() -> recent.startAfter(post.id()))));
    }

    @Override
    public void heard(Post post) {
        step(() -> {
            if (fetching && held.size() < MAX_CATCH_UP) {
                held.add(post);
                return;
            }
            pass(post);
            if (behind) {
                catchUp();
            }
        });
    }

    @Override
    public void gap() {
        step(() -> {
            behind = true;
            catchUp();
        });
    }

    private void pass(Post post) {
        if (recent.add(post.id())) {
            listener.heard(post);
        }
    }

    private void catchUp() {
        if (!fetching) {
            fetching = true;
            behind = false;
            fetch(Page.newest(Page.MAX_LIMIT).after(recent.floor()), new ArrayList<>())
                    .whenComplete(
                            (complete, failure) -> step(() -> caughtUp(failure == null && complete, failure != null)));
        }
    }

    /** Newest first, page by page; what was found is passed on in the order of its ids once all is there. */
    private CompletionStage<Boolean> fetch(Page page, List<Post> found) {
        return timeline.apply(page).thenCompose(posts -> {
            found.addAll(posts);
            boolean last = posts.size() < page.limit();
            if (last || found.size() >= MAX_CATCH_UP) {
                found.sort(Comparator.comparingLong(Post::id));
                step(() -> found.forEach(this::pass));
                return CompletableFuture.completedFuture(last);
            }
            return fetch(page.before(posts.get(posts.size() - 1).id()), found);
        });
    }

    private void caughtUp(boolean complete, boolean failed) {
        fetching = false;
        held.forEach(this::pass);
        held.clear();
        if (!complete) {
            listener.gap();
        }
        if (failed) {
            behind = true;
        } else if (behind) {
            catchUp();
        }
    }

    private void step(Runnable step) {
        steps.add(step);
        if (stepsWaiting.getAndIncrement() > 0) {
            return;
        }
        do {
            Runnable next = steps.poll();
            if (next != null) {
                next.run();
            }
        } while (stepsWaiting.decrementAndGet() > 0);
    }
}
