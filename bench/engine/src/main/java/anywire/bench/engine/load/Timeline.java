package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.StorageService;
import anywire.social.Username;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What somebody reads who follows twenty people: the answer must be as many posts as were asked for, all of theirs. */
final class Timeline implements Task {
    /** Posts that the services must hold of each user, for a page to be full. */
    static final int POSTS_EACH = 5;

    private static final int AUTHORS = 20;
    private static final int POSTS = 100;

    private final StorageService storage;
    private final List<Username> authors = new ArrayList<>();
    private final Set<Username> among;
    private final Page page;

    Timeline(Services services, Population world) {
        this.storage = services.as(world.token(0)).storage();
        int users = Math.min(AUTHORS, world.graph().users());
        for (int user = 0; user < users; user++) {
            authors.add(world.user(user));
        }
        this.among = new HashSet<>(authors);
        this.page = Page.newest(Math.min(POSTS, users * POSTS_EACH));
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        return storage.timeline(authors, page).thenApply(this::right);
    }

    private boolean right(List<Post> posts) {
        long before = Long.MAX_VALUE;
        for (Post post : posts) {
            if (post.id() >= before || !among.contains(post.author())) {
                return false;
            }
            before = post.id();
        }
        return posts.size() == page.limit();
    }

    @Override
    public int maxPerSecond() {
        return 200_000;
    }
}
