package anywire.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words as search knows them: runs of letters, digits and the marks that combine with them, compatibility-composed and
 * folded, so that case and the way an accent was typed don't matter.
 */
public final class Words {
    private Words() {}

    public static Set<String> in(String text) {
        String folded = fold(text);
        Set<String> words = new TreeSet<>();
        int start = -1;
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            if (partOfWord(codePoint)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
            i += Character.charCount(codePoint);
        }
        if (start >= 0) {
            words.add(folded.substring(start));
        }
        return words;
    }

    /** @return the one word that this is; empty if it is none, or more than one */
    public static Optional<String> only(String text) {
        String folded = fold(text.strip());
        boolean word = !folded.isEmpty() && folded.codePoints().allMatch(Words::partOfWord);
        return word ? Optional.of(folded) : Optional.empty();
    }

    /** Up and down again: some letters differ in lower case alone (the two Greek sigmas), some grow in upper case. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u03c2', '\u03c3');
    }

    private static boolean partOfWord(int codePoint) {
        if (Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
