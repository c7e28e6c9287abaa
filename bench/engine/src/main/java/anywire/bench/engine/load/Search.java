package anywire.bench.engine.load;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.StorageService;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A word that every seeded post holds: the answer must be a full page of posts with it. */
final class Search implements Task {
    private static final String WORD = "people";
    private static final Page PAGE = Page.newest(20);

    private final StorageService storage;

    Search(Services services) {
        this.storage = services.anyone().storage();
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        return storage.search(WORD, PAGE).thenApply(Search::right);
    }

    private static boolean right(List<Post> posts) {
        return posts.size() == PAGE.limit()
                && posts.stream().allMatch(post -> post.text().contains(WORD));
    }

    @Override
    public int maxPerSecond() {
        return 200_000;
    }
}
