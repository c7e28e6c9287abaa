package anywire.store;

import anywire.social.Token;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 128 bits of a token's SHA-256: enough to find its session by, useless to whoever reads the store. A token is
 * random enough that a faster guess than trying them all does not exist, so neither salt nor iterations are needed.
 */
public record SessionKey(long high, long low) {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(SessionKey::sha256);

    public static SessionKey of(Token token) {
        byte[] digest = SHA_256.get().digest(token.value().getBytes(StandardCharsets.US_ASCII));
        ByteBuffer bits = ByteBuffer.wrap(digest);
        return new SessionKey(bits.getLong(), bits.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
