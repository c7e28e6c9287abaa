package anywire.store;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MemoryPostsTest {
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");

    private final MemoryPosts posts = new MemoryPosts();

    @Test
    void time_order_survives_equal_clocks_and_clocks_that_step_back() {
        posts.append(ANN, "first", Instant.ofEpochSecond(100));
        posts.append(BOB, "second", Instant.ofEpochSecond(100));
        posts.append(ANN, "third", Instant.ofEpochSecond(50));
        assertThat(posts.latest(Page.newest(10))).extracting(Post::text).containsExactly("third", "second", "first");
        assertThat(posts.timeline(List.of(BOB, ANN), Page.newest(10)))
                .extracting(Post::text)
                .containsExactly("third", "second", "first");
    }

    @Test
    void a_page_is_the_newest_between_its_bounds() {
        LongStream.rangeClosed(1, 10).forEach(i -> posts.append(ANN, "post " + i, Instant.EPOCH));
        assertThat(ids(posts.byAuthor(ANN, Page.newest(3)))).containsExactly(10L, 9L, 8L);
        assertThat(ids(posts.byAuthor(ANN, Page.newest(3).before(8)))).containsExactly(7L, 6L, 5L);
        assertThat(ids(posts.byAuthor(ANN, Page.newest(3).after(8)))).containsExactly(10L, 9L);
        assertThat(ids(posts.byAuthor(ANN, Page.newest(9).after(2).before(5)))).containsExactly(4L, 3L);
        assertThat(posts.byAuthor(ANN, Page.newest(9).after(10))).isEmpty();
        assertThat(posts.byAuthor(ANN, Page.newest(9).before(1))).isEmpty();
        assertThat(posts.byAuthor(BOB, Page.newest(9))).isEmpty();
    }

    @Property(tries = 200)
    void a_timeline_is_what_sorting_everything_would_give(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int limit) {
        Random random = new Random(seed);
        MemoryPosts store = new MemoryPosts();
        List<Username> authors =
                IntStream.range(0, 8).mapToObj(i -> new Username("u" + i)).toList();
        List<Post> all = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            all.add(store.append(authors.get(random.nextInt(8)), "text", Instant.EPOCH));
        }
        List<Username> asked = new ArrayList<>(authors.subList(random.nextInt(4), 4 + random.nextInt(4)));
        asked.add(asked.get(0));
        Page page = new Page(limit, random.nextInt(20), 20L + random.nextInt(40));
        List<Post> expected = all.stream()
                .filter(post -> asked.contains(post.author()))
                .filter(post -> post.id() > page.afterId() && post.id() < page.beforeId())
                .sorted(Comparator.comparingLong(Post::id).reversed())
                .limit(limit)
                .toList();
        assertThat(store.timeline(asked, page)).isEqualTo(expected);
    }

    @Test
    void search_finds_words_in_whatever_case_and_form() {
        posts.append(ANN, "Gr\u00fc\u00dfe aus K\u00f6ln, 100 Grad!", Instant.EPOCH);
        posts.append(BOB, "GRU\u0308SSE zur\u00fcck", Instant.EPOCH);
        assertThat(ids(search("gr\u00fc\u00dfe"))).containsExactly(2L, 1L);
        assertThat(ids(search("GR\u00dcSSE"))).containsExactly(2L, 1L);
        assertThat(ids(search("100"))).containsExactly(1L);
        assertThat(search("gr")).isEmpty();
    }

    private List<Post> search(String word) {
        return posts.withWord(Words.only(word).orElseThrow(), Page.newest(10));
    }

    /** Readers that follow the newest id while four writers write: nobody who has seen an id misses a lesser one. */
    @Test
    void whoever_has_seen_a_post_and_asks_for_those_after_it_misses_nothing() throws Exception {
        int writers = 4;
        int each = 3_000;
        List<Username> authors =
                IntStream.range(0, writers).mapToObj(i -> new Username("u" + i)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
        try {
            CountDownLatch start = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(writers);
            List<Future<?>> writing = new ArrayList<>();
            for (Username author : authors) {
                writing.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        posts.append(author, "word " + i, Instant.EPOCH);
                    }
                    written.countDown();
                    return null;
                }));
            }
            List<Future<List<Long>>> reading = List.of(
                    threads.submit(() -> follow(start, written, authors)),
                    threads.submit(() -> follow(start, written, authors)));
            start.countDown();
            for (Future<?> writer : writing) {
                writer.get();
            }
            List<Long> all =
                    LongStream.rangeClosed(1, (long) writers * each).boxed().toList();
            for (Future<List<Long>> reader : reading) {
                assertThat(reader.get()).isEqualTo(all);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(posts.withWord("word", Page.newest(100))).hasSize(100);
        for (Username author : authors) {
            assertThat(ids(posts.byAuthor(author, Page.newest(100)))).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    private List<Long> follow(CountDownLatch start, CountDownLatch written, Collection<Username> authors)
            throws Exception {
        start.await();
        List<Long> seen = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = written.getCount() > 0;
            List<Post> fresh = new ArrayList<>();
            Page page = Page.newest(100).after(seen.isEmpty() ? 0 : seen.get(seen.size() - 1));
            List<Post> found = posts.timeline(authors, page);
            while (!found.isEmpty()) {
                fresh.addAll(found);
                found = posts.timeline(
                        authors, page.before(found.get(found.size() - 1).id()));
            }
            fresh.stream().map(Post::id).sorted().forEach(seen::add);
        }
        return seen;
    }

    private static List<Long> ids(List<Post> posts) {
        return posts.stream().map(Post::id).toList();
    }
}
