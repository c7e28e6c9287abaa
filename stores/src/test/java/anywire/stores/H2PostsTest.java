package anywire.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Username;
import anywire.store.MemoryPosts;
import anywire.store.PostStores;
import anywire.store.PostStores.OpenPosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2PostsTest {
    private static final Username ANN = new Username("ann");
    private static final List<String> TEXTS = List.of(
            "Grüße, 🌍!",
            "GRÜSSE zurück",
            "one two one",
            "  .  ",
            "\uFDFA \uFDFA \uFDFA",
            "x".repeat(141),
            "a'b\"c;--");

    @TempDir
    Path folder;

    @Test
    void is_found_by_its_name() {
        assertThat(ServiceLoader.load(PostStores.class).stream()
                        .map(p -> p.get().name()))
                .containsExactly("h2");
    }

    /** Whatever is asked of it, the answer is the one from memory. */
    @Test
    void answers_as_the_store_in_memory_does() {
        Random random = new Random(141);
        MemoryPosts memory = new MemoryPosts();
        List<Username> authors =
                IntStream.range(0, 6).mapToObj(i -> new Username("u" + i)).toList();
        try (OpenPosts disk = new H2Posts().open(folder)) {
            for (int i = 0; i < 120; i++) {
                Username author = authors.get(random.nextInt(authors.size()));
                String text = TEXTS.get(random.nextInt(TEXTS.size()));
                Instant at = Instant.ofEpochSecond(random.nextInt(1_000), 123_456_789);
                assertThat(disk.append(author, text, at)).isEqualTo(memory.append(author, text, at));
            }
            for (int i = 0; i < 200; i++) {
                Page page = new Page(1 + random.nextInt(20), random.nextInt(60), 40L + random.nextInt(100));
                Username author = authors.get(random.nextInt(authors.size()));
                List<Username> some = authors.subList(random.nextInt(3), 3 + random.nextInt(3));
                assertThat(disk.byAuthor(author, page)).isEqualTo(memory.byAuthor(author, page));
                assertThat(disk.timeline(some, page)).isEqualTo(memory.timeline(some, page));
                assertThat(disk.latest(page)).isEqualTo(memory.latest(page));
                assertThat(disk.withWord("one", page)).isEqualTo(memory.withWord("one", page));
                assertThat(disk.withWord("grüsse", page)).isEqualTo(memory.withWord("grüsse", page));
            }
            assertThat(disk.timeline(List.of(), Page.newest(5))).isEmpty();
        }
    }

    @Test
    void keeps_what_it_has_and_goes_on_counting_when_it_is_opened_again() {
        try (OpenPosts posts = new H2Posts().open(folder)) {
            posts.append(ANN, "before", Instant.EPOCH);
        }
        try (OpenPosts posts = new H2Posts().open(folder)) {
            assertThat(posts.append(ANN, "after", Instant.EPOCH).id()).isEqualTo(2);
            assertThat(posts.latest(Page.newest(5))).extracting(Post::text).containsExactly("after", "before");
        }
    }

    @Test
    void a_reader_who_has_seen_a_post_has_seen_all_before_it() throws Exception {
        int writers = 4;
        int each = 50;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try (OpenPosts posts = new H2Posts().open(folder)) {
            CountDownLatch written = new CountDownLatch(writers);
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        posts.append(ANN, "text", Instant.EPOCH);
                    }
                    written.countDown();
                }));
            }
            while (written.getCount() > 0) {
                List<Post> seen = posts.latest(Page.newest(100));
                for (int i = 1; i < seen.size(); i++) {
                    assertThat(seen.get(i).id()).isEqualTo(seen.get(i - 1).id() - 1);
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(posts.latest(Page.newest(1)).get(0).id()).isEqualTo((long) writers * each);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void says_in_one_line_that_it_can_t_open_its_file() throws Exception {
        Path file = Files.createFile(folder.resolve("posts.mv.db"));
        Files.writeString(file, "no database ".repeat(1000));
        assertThatThrownBy(() -> new H2Posts().open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("H2 can't open");
    }
}
