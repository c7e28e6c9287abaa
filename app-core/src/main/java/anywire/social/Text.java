package anywire.social;

import java.util.Optional;

/** What may stand in a post. */
final class Text {
    private Text() {}

    /** @return what is wrong with it, in one line; empty if nothing is */
    static Optional<String> faultOf(String text) {
        if (!wellFormed(text)) {
            return Optional.of("a post is well-formed Unicode; this one has half a surrogate pair");
        }
        if (text.length() > Post.MAX_CODE_POINTS) {
            int codePoints = text.codePointCount(0, text.length());
            if (codePoints > Post.MAX_CODE_POINTS) {
                return Optional.of(
                        "a post has at most " + Post.MAX_CODE_POINTS + " characters; this one has " + codePoints);
            }
        }
        return text.isBlank() ? Optional.of("a post must not be blank") : Optional.empty();
    }

    /** Whether every surrogate is half of a pair, so that UTF-8 can say it. */
    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                i++;
                if (Character.isLowSurrogate(c) || i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
