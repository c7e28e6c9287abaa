package anywire.store;

import anywire.social.Page;
import anywire.social.Post;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Posts in order of id: appended to by one thread at a time, read by any without a lock. */
final class PostLog {
    private volatile Post[] posts = new Post[4];
    /** Written after the post, and the array that holds it: who reads it first sees both. */
    private volatile int count;

    void append(Post post) {
        int at = count;
        Post[] room = posts;
        if (at == room.length) {
            room = Arrays.copyOf(room, at * 2);
            posts = room;
        }
        room[at] = post;
        count = at + 1;
    }

    /** @return 0 if there is no post */
    long newestId() {
        int end = count;
        return end == 0 ? 0 : posts[end - 1].id();
    }

    /** @return at the newest post of the page; null if there is none */
    @Nullable
    Cursor cursor(Page page) {
        int end = count;
        Post[] seen = posts;
        int at = page.beforeId() == Long.MAX_VALUE ? end - 1 : firstNotBelow(seen, end, page.beforeId()) - 1;
        return at >= 0 && seen[at].id() > page.afterId() ? new Cursor(seen, at, page.afterId()) : null;
    }

    private static int firstNotBelow(Post[] posts, int end, long id) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (posts[middle].id() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Goes back in time. Ordered by the post it stands at, newest first. */
    static final class Cursor implements Comparable<Cursor> {
        private final Post[] posts;
        private final long afterId;
        private int at;

        private Cursor(Post[] posts, int at, long afterId) {
            this.posts = posts;
            this.at = at;
            this.afterId = afterId;
        }

        Post post() {
            return posts[at];
        }

        /** @return false at the end */
        boolean back() {
            at--;
            return at >= 0 && posts[at].id() > afterId;
        }

        @Override
        public int compareTo(Cursor that) {
            return Long.compare(that.post().id(), post().id());
        }
    }
}
