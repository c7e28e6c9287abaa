package anywire.social;

/**
 * Which posts of a long list: the newest {@code limit} of those whose id lies strictly between two others. Paging back is
 * {@link #before} the last id seen; catching up is {@link #after} the newest id known.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param afterId 0 for no lower bound
 * @param beforeId {@link Long#MAX_VALUE} for no upper bound
 */
public record Page(int limit, long afterId, long beforeId) {
    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    public Page {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
        if (afterId < 0 || beforeId < 0) {
            throw new IllegalArgumentException("afterId and beforeId are ids of posts, so not below 0");
        }
    }

    public static Page newest(int limit) {
        return new Page(limit, 0, Long.MAX_VALUE);
    }

    public Page after(long id) {
        return new Page(limit, id, beforeId);
    }

    public Page before(long id) {
        return new Page(limit, afterId, id);
    }
}
