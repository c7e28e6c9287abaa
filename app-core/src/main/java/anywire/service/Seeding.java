package anywire.service;

import anywire.operation.Operations;
import anywire.social.FollowGraph;
import anywire.social.Token;
import anywire.social.Username;
import anywire.store.FollowStore;
import anywire.store.PasswordHash;
import anywire.store.PostStore;
import anywire.store.SessionKey;
import anywire.store.SessionStore;
import anywire.store.SessionStore.Session;
import anywire.store.UserStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Users, relations and posts in bulk, for measuring. A seeded user has a token and no password. Every process that is
 * told the same seed knows the same tokens, so none has to be passed on.
 */
public final class Seeding {
    private static final int TOKEN_BYTES = 24;

    private final BackendSettings settings;
    private final UserStore users;
    private final SessionStore sessions;
    private final PostStore posts;
    private final FollowStore follows;

    Seeding(BackendSettings settings, UserStore users, SessionStore sessions, PostStore posts, FollowStore follows) {
        this.settings = settings;
        this.users = users;
        this.sessions = sessions;
        this.posts = posts;
        this.follows = follows;
    }

    /** The token that a user seeded with this seed has. */
    public static Token token(long seed, Username username) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
            byte[] digest = sha256.digest(username.value().getBytes(StandardCharsets.US_ASCII));
            byte[] token = Arrays.copyOf(digest, TOKEN_BYTES);
            return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return its token, which never expires */
    public Token user(Username username) {
        Token token = token(settings.seed(), username);
        if (runs(Operations.AUTH.service())) {
            users.add(username, PasswordHash.NONE);
            sessions.put(SessionKey.of(token), new Session(username, Long.MAX_VALUE));
        }
        return token;
    }

    /** All users of a graph, and who follows whom; the limit on how many one may follow is not applied. */
    public void graph(FollowGraph graph) {
        for (int number = 0; number < graph.users(); number++) {
            Username followed = graph.username(number);
            user(followed);
            if (runs(Operations.FOLLOW.service())) {
                for (int follower : graph.followers(number)) {
                    follows.add(graph.username(follower), followed);
                }
            }
        }
    }

    /** So many posts of each user, the users by turns. */
    public void posts(FollowGraph graph, int postsEach) {
        if (!runs(Operations.STORAGE.service())) {
            return;
        }
        for (int round = 1; round <= postsEach; round++) {
            for (int number = 0; number < graph.users(); number++) {
                Username author = graph.username(number);
                String text = "Post " + round + " of " + author + ", as long as most of what people say here.";
                posts.append(author, text, settings.auth().clock().instant());
            }
        }
    }

    private boolean runs(String service) {
        return settings.services().contains(service);
    }
}
