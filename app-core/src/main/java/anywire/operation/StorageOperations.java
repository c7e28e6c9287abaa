package anywire.operation;

import static anywire.transport.Operation.Effect.CHANGES;
import static anywire.transport.Operation.Effect.READS;
import static anywire.transport.Operation.Work.QUICK;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.StorageService;
import anywire.social.Username;
import java.util.List;
import java.util.Optional;

/** What can be asked of {@link StorageService}. In a request what is left out of its page is as in {@link Page}. */
public final class StorageOperations {
    private static final String STORAGE = "storage";
    private static final Page EXAMPLE_PAGE = Page.newest(10);
    private static final Posts EXAMPLE_POSTS = new Posts(List.of(Examples.POST));

    public record NewPost(Username author, String text) {}

    public record Posted(Post post) {}

    public record ByAuthor(Username author, Optional<Integer> limit, Optional<Long> afterId, Optional<Long> beforeId) {
        public ByAuthor {
            Paging.page(limit, afterId, beforeId);
        }

        ByAuthor(Username author, Page page) {
            this(author, Paging.limit(page), Paging.afterId(page), Paging.beforeId(page));
        }

        Page page() {
            return Paging.page(limit, afterId, beforeId);
        }
    }

    public record Timeline(
            List<Username> authors, Optional<Integer> limit, Optional<Long> afterId, Optional<Long> beforeId) {
        public Timeline {
            Paging.page(limit, afterId, beforeId);
        }

        Timeline(List<Username> authors, Page page) {
            this(authors, Paging.limit(page), Paging.afterId(page), Paging.beforeId(page));
        }

        Page page() {
            return Paging.page(limit, afterId, beforeId);
        }
    }

    public record Latest(Optional<Integer> limit, Optional<Long> afterId, Optional<Long> beforeId) {
        public Latest {
            Paging.page(limit, afterId, beforeId);
        }

        Latest(Page page) {
            this(Paging.limit(page), Paging.afterId(page), Paging.beforeId(page));
        }

        Page page() {
            return Paging.page(limit, afterId, beforeId);
        }
    }

    public record Search(String word, Optional<Integer> limit, Optional<Long> afterId, Optional<Long> beforeId) {
        public Search {
            Paging.page(limit, afterId, beforeId);
        }

        Search(String word, Page page) {
            this(word, Paging.limit(page), Paging.afterId(page), Paging.beforeId(page));
        }

        Page page() {
            return Paging.page(limit, afterId, beforeId);
        }
    }

    public static final Procedure<StorageService, NewPost, Posted> POST = Declaration.call(
                    STORAGE, "post", CHANGES, QUICK)
            .summary("Stores a post of at most " + Post.MAX_CODE_POINTS + " characters.")
            .takes(new NewPost(Examples.ANN, Examples.TEXT))
            .onBehalfOf(NewPost::author)
            .gives(new Posted(Examples.POST))
            .by((storage, ask) -> storage.post(ask.author, ask.text).thenApply(Posted::new));

    public static final Procedure<StorageService, ByAuthor, Posts> BY_AUTHOR = Declaration.call(
                    STORAGE, "byAuthor", READS, QUICK)
            .summary("What one author has said, newest first.")
            .takes(new ByAuthor(Examples.ANN, EXAMPLE_PAGE))
            .gives(EXAMPLE_POSTS)
            .by((storage, ask) -> storage.byAuthor(ask.author, ask.page()).thenApply(Posts::new));

    public static final Procedure<StorageService, Timeline, Posts> TIMELINE = Declaration.call(
                    STORAGE, "timeline", READS, QUICK)
            .summary("What several authors have said, newest first.")
            .takes(new Timeline(List.of(Examples.ANN, Examples.BOB), EXAMPLE_PAGE.after(3)))
            .gives(EXAMPLE_POSTS)
            .by((storage, ask) -> storage.timeline(ask.authors, ask.page()).thenApply(Posts::new));

    public static final Procedure<StorageService, Latest, Posts> LATEST = Declaration.call(
                    STORAGE, "latest", READS, QUICK)
            .summary("What anybody has said, newest first.")
            .takes(new Latest(EXAMPLE_PAGE.before(9)))
            .gives(EXAMPLE_POSTS)
            .by((storage, ask) -> storage.latest(ask.page()).thenApply(Posts::new));

    public static final Procedure<StorageService, Search, Posts> SEARCH = Declaration.call(
                    STORAGE, "search", READS, QUICK)
            .summary("Posts with a word, in whatever case, newest first.")
            .takes(new Search("gr\u00fc\u00dfe", EXAMPLE_PAGE))
            .gives(EXAMPLE_POSTS)
            .by((storage, ask) -> storage.search(ask.word, ask.page()).thenApply(Posts::new));

    static final Contract<StorageService> CONTRACT =
            new Contract<>(STORAGE, List.of(POST, BY_AUTHOR, TIMELINE, LATEST, SEARCH), List.of());

    private StorageOperations() {}
}
