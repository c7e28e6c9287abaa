package anywire.store;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All posts, each author's, and each word's, as logs in order of id. One writer at a time, for the microseconds that
 * an append takes; readers never wait.
 */
public final class MemoryPosts implements PostStore {
    private final PostLog all = new PostLog();
    private final ConcurrentHashMap<Username, PostLog> byAuthor = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, PostLog> byWord = new ConcurrentHashMap<>();
    private long lastId;

    @Override
    public Post append(Username author, String text, Instant at) {
        Collection<String> words = Words.in(text);
        synchronized (all) {
            Post post = new Post(lastId + 1, author, at, text);
            lastId = post.id();
            for (String word : words) {
                byWord.computeIfAbsent(word, w -> new PostLog()).append(post);
            }
            byAuthor.computeIfAbsent(author, a -> new PostLog()).append(post);
            all.append(post);
            return post;
        }
    }

    @Override
    public List<Post> byAuthor(Username author, Page page) {
        return newest(byAuthor.get(author), page);
    }

    @Override
    public List<Post> latest(Page page) {
        return newest(all, page);
    }

    @Override
    public List<Post> withWord(String word, Page page) {
        return newest(byWord.get(word), page);
    }

    /**
     * Merges the authors' logs from their ends: a heap of one cursor an author, as many steps as the page has posts.
     * The logs are looked at one after the other, so none is read beyond the newest post that was in all of them at
     * the start: else a page could show one author's post and lack another's older one, which a reader who asks next
     * for what is after the page would never see.
     */
    @Override
    public List<Post> timeline(Collection<Username> authors, Page asked) {
        Page page = asked.before(Math.min(asked.beforeId(), all.newestId() + 1));
        PriorityQueue<PostLog.Cursor> newestFirst = new PriorityQueue<>(Math.max(1, authors.size()));
        for (Username author : authors) {
            PostLog log = byAuthor.get(author);
            PostLog.Cursor cursor = log == null ? null : log.cursor(page);
            if (cursor != null) {
                newestFirst.add(cursor);
            }
        }
        List<Post> posts = new ArrayList<>(page.limit());
        long last = Long.MAX_VALUE;
        while (posts.size() < page.limit()) {
            PostLog.Cursor cursor = newestFirst.poll();
            if (cursor == null) {
                break;
            }
            if (cursor.post().id() < last) {
                posts.add(cursor.post());
                last = cursor.post().id();
            }
            if (cursor.back()) {
                newestFirst.add(cursor);
            }
        }
        return posts;
    }

    private static List<Post> newest(@Nullable PostLog log, Page page) {
        List<Post> posts = new ArrayList<>();
        PostLog.Cursor cursor = log == null ? null : log.cursor(page);
        if (cursor != null) {
            do {
                posts.add(cursor.post());
            } while (posts.size() < page.limit() && cursor.back());
        }
        return posts;
    }
}
