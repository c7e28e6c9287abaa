package anywire.social;

import java.util.TreeSet;

/**
 * The ids of the last posts heard. Posts may overtake one another by up to {@value #WINDOW}; what is older than all of
 * these counts as heard.
 */
final class RecentPosts {
    static final int WINDOW = 256;

    private final TreeSet<Long> ids = new TreeSet<>();
    private long floor;

    /** Everything up to this id, itself included, is no news. */
    void startAfter(long id) {
        floor = Math.max(floor, id);
    }

    long floor() {
        return floor;
    }

    /** @return false if it was there before */
    boolean add(long id) {
        if (id <= floor || !ids.add(id)) {
            return false;
        }
        if (ids.size() > WINDOW) {
            Long oldest = ids.pollFirst();
            floor = oldest == null ? floor : oldest;
        }
        return true;
    }
}
