package anywire.service;

import anywire.social.AuthService;
import anywire.social.Password;
import anywire.social.Token;
import anywire.social.Username;
import anywire.store.PasswordHash;
import anywire.store.SessionKey;
import anywire.store.SessionStore;
import anywire.store.SessionStore.Session;
import anywire.store.UserStore;
import anywire.transport.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@link AuthService} over stores. {@code signUp} and {@code logIn} keep their thread for as long as a password hash
 * takes; the rest is quick.
 */
public final class Auth implements AuthService {
    private static final int TOKEN_BYTES = 24;
    private static final int LOG_INS_BETWEEN_SWEEPS = 1_024;

    private final UserStore users;
    private final SessionStore sessions;
    private final Settings settings;
    private final PasswordHasher hasher;
    private final PasswordHash nobodys;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger logIns = new AtomicInteger();

    public Auth(UserStore users, SessionStore sessions, Settings settings) {
        this(users, sessions, settings, new PasswordHasher(settings.passwordIterations()));
    }

    Auth(UserStore users, SessionStore sessions, Settings settings, PasswordHasher hasher) {
        this.users = users;
        this.sessions = sessions;
        this.settings = settings;
        this.hasher = hasher;
        this.nobodys = hasher.random();
    }

    @Override
    public CompletableFuture<Void> signUp(Username username, Password password) {
        if (users.contains(username) || !users.add(username, hasher.hash(password))) {
            return Refuse.because(Refusal.CONFLICT, "the username " + username + " is taken");
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Token> logIn(Username username, Password password) {
        Optional<PasswordHash> known = users.password(username).filter(hash -> !hash.equals(PasswordHash.NONE));
        boolean right = hasher.matches(password, known.orElse(nobodys));
        if (!right || known.isEmpty()) {
            return Refuse.because(Refusal.UNAUTHENTICATED, "no user has that name and that password");
        }
        Token token = random();
        long now = settings.clock().millis();
        sessions.put(
                SessionKey.of(token),
                new Session(username, now + settings.tokenLife().toMillis()));
        if (logIns.incrementAndGet() % LOG_INS_BETWEEN_SWEEPS == 0) {
            sessions.removeEndedBefore(now);
        }
        return CompletableFuture.completedFuture(token);
    }

    @Override
    public CompletableFuture<Username> authenticate(Token token) {
        SessionKey key = SessionKey.of(token);
        Optional<Session> session = sessions.find(key);
        if (session.isEmpty()) {
            return unknownToken();
        }
        if (session.get().endsAtEpochMillis() <= settings.clock().millis()) {
            sessions.remove(key);
            return unknownToken();
        }
        return CompletableFuture.completedFuture(session.get().username());
    }

    private static CompletableFuture<Username> unknownToken() {
        return Refuse.because(Refusal.UNAUTHENTICATED, "the token is unknown, expired or logged out: log in again");
    }

    @Override
    public CompletableFuture<Void> logOut(Token token) {
        sessions.remove(SessionKey.of(token));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Boolean> knows(Username username) {
        return CompletableFuture.completedFuture(users.contains(username));
    }

    private Token random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * @param passwordIterations of PBKDF2 with HMAC-SHA-256; {@value #PASSWORD_ITERATIONS} is what OWASP's password
     *     storage cheat sheet asks for
     */
    public record Settings(int passwordIterations, Duration tokenLife, Clock clock) {
        public static final int PASSWORD_ITERATIONS = 600_000;

        public static Settings standard() {
            return new Settings(PASSWORD_ITERATIONS, Duration.ofHours(12), Clock.systemUTC());
        }
    }
}
