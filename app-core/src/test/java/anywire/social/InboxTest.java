package anywire.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final List<Post> stored = new ArrayList<>();
    private final List<Long> heard = new ArrayList<>();
    private final List<CompletableFuture<List<Post>>> waiting = new ArrayList<>();
    private int gapsTold;
    private boolean slow;
    private boolean failing;

    private final Inbox inbox = new Inbox(
            new InboxListener() {
                @Override
                public void heard(Post post) {
                    heard.add(post.id());
                }

                @Override
                public void gap() {
                    gapsTold++;
                }
            },
            this::timeline);

    private CompletionStage<List<Post>> timeline(Page page) {
        if (failing) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        List<Post> posts = stored.stream()
                .filter(post -> post.id() > page.afterId() && post.id() < page.beforeId())
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .limit(page.limit())
                .toList();
        if (slow) {
            CompletableFuture<List<Post>> later = new CompletableFuture<>();
            waiting.add(later);
            return later.thenApply(go -> posts);
        }
        return CompletableFuture.completedFuture(posts);
    }

    private Post store(long id) {
        Post post = new Post(id, new Username("ann"), Instant.EPOCH, "post " + id);
        stored.add(post);
        return post;
    }

    private void go() {
        waiting.remove(0).complete(List.of());
    }

    @Test
    void passes_each_post_on_once() {
        inbox.begin();
        inbox.heard(store(1));
        inbox.heard(store(2));
        inbox.heard(stored.get(0));
        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void posts_that_overtook_one_another_are_all_heard() {
        inbox.begin();
        inbox.heard(store(3));
        inbox.heard(store(1));
        inbox.heard(store(2));
        assertThat(heard).containsExactly(3L, 1L, 2L);
    }

    @Test
    void fetches_what_a_gap_swallowed_however_many_pages_in_order_and_once() {
        store(1);
        inbox.begin();
        inbox.heard(store(2));
        LongStream.rangeClosed(3, 350).forEach(this::store);
        inbox.gap();
        inbox.heard(stored.get(349));
        inbox.heard(store(351));
        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 351).boxed().toList());
        assertThat(gapsTold).isZero();
    }

    @Test
    void what_was_said_before_it_began_is_no_news() {
        LongStream.rangeClosed(1, 5).forEach(this::store);
        inbox.begin();
        inbox.gap();
        assertThat(heard).isEmpty();
    }

    @Test
    void pushes_wait_while_it_fetches() {
        inbox.begin();
        slow = true;
        store(1);
        inbox.gap();
        inbox.heard(store(2));
        assertThat(heard).isEmpty();
        go();
        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void a_gap_while_it_fetches_makes_it_fetch_again() {
        inbox.begin();
        slow = true;
        store(1);
        inbox.gap();
        store(2);
        inbox.gap();
        go();
        go();
        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void says_so_if_it_could_not_catch_up_and_tries_again_with_the_next_post() {
        inbox.begin();
        store(1);
        failing = true;
        inbox.gap();
        assertThat(gapsTold).isEqualTo(1);
        failing = false;
        inbox.heard(store(2));
        assertThat(heard).containsExactlyInAnyOrder(1L, 2L);
        assertThat(gapsTold).isEqualTo(1);
    }

    @Test
    void says_so_if_there_was_too_much_to_fetch() {
        inbox.begin();
        LongStream.rangeClosed(1, Inbox.MAX_CATCH_UP + 150L).forEach(this::store);
        inbox.gap();
        assertThat(gapsTold).isEqualTo(1);
        assertThat(heard).hasSizeGreaterThanOrEqualTo(Inbox.MAX_CATCH_UP).doesNotHaveDuplicates();
    }
}
