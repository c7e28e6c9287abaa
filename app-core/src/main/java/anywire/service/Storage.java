package anywire.service;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.StorageService;
import anywire.social.Username;
import anywire.store.PostStore;
import anywire.store.Words;
import anywire.transport.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@link StorageService} over a store. */
public final class Storage implements StorageService {
    private final PostStore posts;
    private final UserLookup users;
    private final Clock clock;

    public Storage(PostStore posts, UserLookup users, Clock clock) {
        this.posts = posts;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Post> post(Username author, String text) {
        Optional<String> fault = Post.faultOf(text);
        if (fault.isPresent()) {
            return Refuse.because(Refusal.INVALID, fault.get());
        }
        return CompletableFuture.completedFuture(posts.append(author, text, clock.instant()));
    }

    /** Asks whether there is such a user only where there is no post to show for it. */
    @Override
    public CompletionStage<List<Post>> byAuthor(Username author, Page page) {
        List<Post> found = posts.byAuthor(author, page);
        if (!found.isEmpty()) {
            return CompletableFuture.completedFuture(found);
        }
        return users.knows(author)
                .thenCompose(known -> known ? CompletableFuture.completedFuture(found) : Refuse.unknown(author));
    }

    @Override
    public CompletableFuture<List<Post>> timeline(List<Username> authors, Page page) {
        if (authors.size() > MAX_AUTHORS) {
            return Refuse.because(
                    Refusal.INVALID, "a timeline has at most " + MAX_AUTHORS + " authors, not " + authors.size());
        }
        return CompletableFuture.completedFuture(posts.timeline(authors, page));
    }

    @Override
    public CompletableFuture<List<Post>> latest(Page page) {
        return CompletableFuture.completedFuture(posts.latest(page));
    }

    @Override
    public CompletableFuture<List<Post>> search(String word, Page page) {
        Optional<String> folded = Words.only(word);
        if (folded.isEmpty()) {
            return Refuse.because(Refusal.INVALID, "search is for one word of letters and digits");
        }
        return CompletableFuture.completedFuture(posts.withWord(folded.get(), page));
    }
}
