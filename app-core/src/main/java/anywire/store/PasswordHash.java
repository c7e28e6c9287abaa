package anywire.store;

/** PBKDF2 with HMAC-SHA-256: its parameters and its outcome, in hexadecimal. Never printed. */
public record PasswordHash(int iterations, String salt, String hash) {
    /** No password has this one: for users who never log in. */
    public static final PasswordHash NONE = new PasswordHash(1, "", "");

    @Override
    public String toString() {
        return "PasswordHash[***]";
    }
}
