package anywire.social;

/**
 * Who somebody is: 1 to {@value #MAX_CHARS} of lower-case letters a to z, digits and underscores, the first a letter.
 */
public record Username(String value) implements Comparable<Username> {
    public static final int MAX_CHARS = 20;

    public Username {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("a username is 1 to " + MAX_CHARS
                    + " lower-case letters, digits or underscores and starts with a letter, not '" + shown(value)
                    + "'");
        }
    }

    private static boolean wellFormed(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_CHARS || !lowerCase(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = value.charAt(i);
            if (!lowerCase(c) && !(c >= '0' && c <= '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean lowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(MAX_CHARS + 10).forEach(c -> shown.appendCodePoint(printable(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.isValidCodePoint(codePoint) && !surrogate(codePoint);
    }

    private static boolean surrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Override
    public int compareTo(Username that) {
        return value.compareTo(that.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
