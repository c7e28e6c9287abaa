package anywire.operation;

import anywire.social.Page;
import java.util.Optional;

/** A page in the flat form that a request by hand can say: each part may be left out. */
final class Paging {
    private Paging() {}

    /** @throws IllegalArgumentException if it is no page */
    static Page page(Optional<Integer> limit, Optional<Long> afterId, Optional<Long> beforeId) {
        return new Page(limit.orElse(Page.DEFAULT_LIMIT), afterId.orElse(0L), beforeId.orElse(Long.MAX_VALUE));
    }

    static Optional<Integer> limit(Page page) {
        return page.limit() == Page.DEFAULT_LIMIT ? Optional.empty() : Optional.of(page.limit());
    }

    static Optional<Long> afterId(Page page) {
        return page.afterId() == 0 ? Optional.empty() : Optional.of(page.afterId());
    }

    static Optional<Long> beforeId(Page page) {
        return page.beforeId() == Long.MAX_VALUE ? Optional.empty() : Optional.of(page.beforeId());
    }
}
