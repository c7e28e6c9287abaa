package anywire.transport;

/** Who asks: an opaque token, at most {@value #MAX_CHARS} printable ASCII characters. Never printed. */
public record Credential(String token) {
    public static final int MAX_CHARS = 200;

    public Credential {
        if (token.isEmpty() || token.length() > MAX_CHARS || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "a credential is 1 to " + MAX_CHARS + " printable ASCII characters without spaces");
        }
    }

    @Override
    public String toString() {
        return "Credential[***]";
    }
}
