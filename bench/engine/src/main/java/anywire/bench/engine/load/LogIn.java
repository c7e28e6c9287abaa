package anywire.bench.engine.load;

import anywire.social.AuthService;
import anywire.social.Password;
import anywire.social.Username;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One user, signed up when this is made, logs in again and again. */
final class LogIn implements Task {
    private static final Username WHO = new Username("logsin");
    private static final Password PASSWORD = new Password("correct horse battery staple");

    private final AuthService auth;

    LogIn(Actions.Setting setting) throws Exception {
        setting.setUp()
                .auth()
                .signUp(WHO, PASSWORD)
                .toCompletableFuture()
                .get(Actions.Setting.SET_UP_TIME.toSeconds() + 1, TimeUnit.SECONDS);
        this.auth = setting.services().auth();
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        return auth.logIn(WHO, PASSWORD).thenApply(token -> !token.value().isEmpty());
    }

    @Override
    public int maxPerSecond() {
        return 10_000;
    }
}
