package anywire.service;

import anywire.social.Password;
import anywire.store.PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with HMAC-SHA-256. Hashing and matching take as long as their iterations do: a fraction of a second by default. */
class PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final int iterations;

    PasswordHasher(int iterations) {
        this.iterations = iterations;
    }

    PasswordHash hash(Password password) {
        byte[] salt = randomBytes(SALT_BYTES);
        return new PasswordHash(iterations, HEX.formatHex(salt), HEX.formatHex(derive(password, salt, iterations)));
    }

    boolean matches(Password password, PasswordHash hash) {
        byte[] derived = derive(password, HEX.parseHex(hash.salt()), hash.iterations());
        return MessageDigest.isEqual(derived, HEX.parseHex(hash.hash()));
    }

    /** The hash of a password that nobody knows. Quick. */
    PasswordHash random() {
        return new PasswordHash(
                iterations, HEX.formatHex(randomBytes(SALT_BYTES)), HEX.formatHex(randomBytes(HASH_BITS / 8)));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The costly part, and the only one. */
    byte[] derive(Password password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.value().toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
