package anywire.social;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that somebody said.
 *
 * @param id above 0; of two posts the later has the greater id, whatever their clocks said, so posts are ordered by it
 * @param at by the clock of the storage, cut to microseconds; to show, not to sort by
 * @param text 1 to {@value #MAX_CODE_POINTS} Unicode code points, well-formed and not blank
 */
public record Post(long id, Username author, Instant at, String text) {
    public static final int MAX_CODE_POINTS = 141;

    public Post {
        if (id < 1) {
            throw new IllegalArgumentException("a post's id is above 0, not " + id);
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
        Optional<String> fault = Text.faultOf(text);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    /** @return why this can't be a post's text, in one line; empty if it can */
    public static Optional<String> faultOf(String text) {
        return Text.faultOf(text);
    }
}
