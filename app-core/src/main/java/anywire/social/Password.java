package anywire.social;

/** A password: {@value #MIN_CHARS} to {@value #MAX_CHARS} characters. Never printed. */
public record Password(String value) implements Sensitive {
    public static final int MIN_CHARS = 8;
    public static final int MAX_CHARS = 200;

    public Password {
        if (value.length() < MIN_CHARS || value.length() > MAX_CHARS) {
            throw new IllegalArgumentException(
                    "a password has " + MIN_CHARS + " to " + MAX_CHARS + " characters, not " + value.length());
        }
        if (!Text.wellFormed(value)) {
            throw new IllegalArgumentException("a password is well-formed Unicode");
        }
    }

    @Override
    public String toString() {
        return "Password[***]";
    }
}
