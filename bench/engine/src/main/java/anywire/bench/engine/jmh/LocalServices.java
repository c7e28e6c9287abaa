package anywire.bench.engine.jmh;

import anywire.service.Backend;
import anywire.service.BackendSettings;
import anywire.social.AuthService;
import anywire.social.Services;
import anywire.social.Token;
import anywire.social.Username;

/** All four services over stores in memory, with one user who has a token; callers are trusted. */
final class LocalServices {
    private final Backend backend = new Backend(BackendSettings.all().trusting());
    private final Username user = new Username("ann");
    private final Token token = backend.seeding().user(user);

    Backend backend() {
        return backend;
    }

    AuthService auth() {
        return backend.auth().orElseThrow();
    }

    Services services() {
        return Services.trusting(
                auth(),
                backend.storage().orElseThrow(),
                backend.follow().orElseThrow(),
                backend.notifications().orElseThrow());
    }

    Token token() {
        return token;
    }
}
