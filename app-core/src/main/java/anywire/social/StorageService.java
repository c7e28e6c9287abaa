package anywire.social;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What was said. Lists are newest first. */
public interface StorageService {
    int MAX_AUTHORS = 5_000;

    /** {@code INVALID} for a text that is none. */
    CompletionStage<Post> post(Username author, String text);

    /**
     * As {@link #post}, and the author does not wait for it: done once whatever lies between has taken it. Over a queue
     * that is before the service has seen it, so a refusal may reach nobody.
     */
    default CompletionStage<Void> accept(Username author, String text) {
        return post(author, text).thenAccept(stored -> {});
    }

    /** {@code NOT_FOUND} if nobody has that name. */
    CompletionStage<List<Post>> byAuthor(Username author, Page page);

    /** The posts of all these authors, merged; {@code INVALID} for more than {@value #MAX_AUTHORS} of them. */
    CompletionStage<List<Post>> timeline(List<Username> authors, Page page);

    CompletionStage<List<Post>> latest(Page page);

    /** Posts with this word, in whatever case; {@code INVALID} for anything but one run of letters and digits. */
    CompletionStage<List<Post>> search(String word, Page page);
}
