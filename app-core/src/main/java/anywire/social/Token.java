package anywire.social;

import anywire.transport.Credential;

/** What a log-in is worth until it expires: opaque, of the form of a {@link Credential}. Never printed. */
public record Token(String value) implements Sensitive {
    public Token {
        if (value.isEmpty() || value.length() > Credential.MAX_CHARS || !printable(value)) {
            throw new IllegalArgumentException(
                    "a token is 1 to " + Credential.MAX_CHARS + " printable ASCII characters without spaces");
        }
    }

    private static boolean printable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 127) {
                return false;
            }
        }
        return true;
    }

    public Credential credential() {
        return new Credential(value);
    }

    public static Token of(Credential credential) {
        return new Token(credential.token());
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
