package anywire.service;

import static anywire.service.Refused.assertRefused;
import static anywire.service.Refused.done;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.social.Password;
import anywire.social.Token;
import anywire.social.Username;
import anywire.store.MemorySessions;
import anywire.store.MemoryUsers;
import anywire.store.PasswordHash;
import anywire.transport.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AuthTest {
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Password PASSWORD = new Password("correct horse");
    private static final Password WRONG = new Password("battery staple");

    private final MovableClock clock = new MovableClock();
    private final MemoryUsers users = new MemoryUsers();
    private final Auth auth = new Auth(users, new MemorySessions(), new Auth.Settings(100, Duration.ofHours(1), clock));

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void a_token_says_who_logged_in() {
        done(auth.signUp(ANN, PASSWORD));
        Token token = done(auth.logIn(ANN, PASSWORD));
        assertThat(done(auth.authenticate(token))).isEqualTo(ANN);
        assertThat(done(auth.knows(ANN))).isTrue();
        assertThat(done(auth.knows(BOB))).isFalse();
    }

    @Test
    void a_name_is_taken_once_however_many_want_it_at_a_time() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                attempts.add(threads.submit(() -> !auth.signUp(ANN, PASSWORD).isCompletedExceptionally()));
            }
            int successes = 0;
            for (Future<Boolean> attempt : attempts) {
                successes += attempt.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(assertRefused(auth.signUp(ANN, WRONG), Refusal.CONFLICT)).contains("ann");
        assertRefused(auth.logIn(ANN, WRONG), Refusal.UNAUTHENTICATED);
    }

    @Test
    void a_wrong_password_and_an_unknown_user_are_refused_in_the_same_words() {
        done(auth.signUp(ANN, PASSWORD));
        assertThat(assertRefused(auth.logIn(ANN, WRONG), Refusal.UNAUTHENTICATED))
                .isEqualTo(assertRefused(auth.logIn(BOB, PASSWORD), Refusal.UNAUTHENTICATED));
    }

    /** Who is told "no" sooner learns whether there is such a user: so each takes as many rounds of the hash. */
    @Test
    void a_wrong_password_and_an_unknown_user_cost_as_much_as_a_right_one() {
        CountingHasher hasher = new CountingHasher(500);
        Auth counted =
                new Auth(users, new MemorySessions(), new Auth.Settings(500, Duration.ofHours(1), clock), hasher);
        done(counted.signUp(ANN, PASSWORD));
        assertThat(hasher.roundsOf(() -> done(counted.logIn(ANN, PASSWORD)))).containsExactly(500);
        assertThat(hasher.roundsOf(() -> assertRefused(counted.logIn(ANN, WRONG), Refusal.UNAUTHENTICATED)))
                .containsExactly(500);
        assertThat(hasher.roundsOf(() -> assertRefused(counted.logIn(BOB, WRONG), Refusal.UNAUTHENTICATED)))
                .containsExactly(500);
    }

    private static final class CountingHasher extends PasswordHasher {
        private final List<Integer> rounds = new ArrayList<>();

        CountingHasher(int iterations) {
            super(iterations);
        }

        @Override
        byte[] derive(Password password, byte[] salt, int iterations) {
            rounds.add(iterations);
            return super.derive(password, salt, iterations);
        }

        /** Of each hash that was computed meanwhile. */
        List<Integer> roundsOf(Runnable work) {
            rounds.clear();
            work.run();
            return List.copyOf(rounds);
        }
    }

    @Test
    void a_token_expires() {
        done(auth.signUp(ANN, PASSWORD));
        Token token = done(auth.logIn(ANN, PASSWORD));
        clock.now = clock.now.plus(Duration.ofMinutes(59));
        assertThat(done(auth.authenticate(token))).isEqualTo(ANN);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertRefused(auth.authenticate(token), Refusal.UNAUTHENTICATED);
    }

    @Test
    void a_token_is_revoked_by_logging_out_and_another_of_the_same_user_is_not() {
        done(auth.signUp(ANN, PASSWORD));
        Token token = done(auth.logIn(ANN, PASSWORD));
        Token other = done(auth.logIn(ANN, PASSWORD));
        done(auth.logOut(token));
        done(auth.logOut(token));
        assertRefused(auth.authenticate(token), Refusal.UNAUTHENTICATED);
        assertThat(done(auth.authenticate(other))).isEqualTo(ANN);
    }

    @Test
    void a_guessed_token_is_refused() {
        assertRefused(auth.authenticate(new Token("guess")), Refusal.UNAUTHENTICATED);
    }

    @Test
    void tokens_have_at_least_128_bits_and_never_repeat() {
        done(auth.signUp(ANN, PASSWORD));
        Token one = done(auth.logIn(ANN, PASSWORD));
        Token other = done(auth.logIn(ANN, PASSWORD));
        assertThat(one.value()).hasSize(32).isNotEqualTo(other.value());
    }

    @Test
    void a_user_without_a_password_cannot_log_in() {
        users.add(ANN, PasswordHash.NONE);
        assertRefused(auth.logIn(ANN, PASSWORD), Refusal.UNAUTHENTICATED);
    }

    @Test
    void passwords_are_hashed_with_a_salt_of_their_own() {
        done(auth.signUp(ANN, PASSWORD));
        done(auth.signUp(BOB, PASSWORD));
        PasswordHash one = users.password(ANN).orElseThrow();
        PasswordHash other = users.password(BOB).orElseThrow();
        assertThat(one.salt()).isNotEqualTo(other.salt());
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.toString()).doesNotContain(one.hash());
        assertThat(Auth.Settings.standard().passwordIterations()).isEqualTo(600_000);
    }
}
