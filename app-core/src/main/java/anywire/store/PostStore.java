package anywire.store;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Username;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Posts, ordered by id. Ids grow strictly, and a post is seen only once all with lesser ids are, so that whoever has
 * seen one and asks for those after it misses nothing. Lists are newest first.
 */
public interface PostStore {
    Post append(Username author, String text, Instant at);

    List<Post> byAuthor(Username author, Page page);

    List<Post> timeline(Collection<Username> authors, Page page);

    List<Post> latest(Page page);

    /** @param word as {@link Words} makes it */
    List<Post> withWord(String word, Page page);
}
