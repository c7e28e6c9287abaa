package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.AuthService;
import anywire.social.Token;
import anywire.social.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Whose token is this? Users by turns; the answer must be the right name. */
final class Authenticate implements Task {
    private final AuthService auth;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Username> names = new ArrayList<>();

    Authenticate(AuthService auth, Population world) {
        this.auth = auth;
        for (int user = 0; user < world.graph().users(); user++) {
            tokens.add(world.token(user));
            names.add(world.user(user));
        }
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        int user = number % tokens.size();
        Username name = names.get(user);
        return auth.authenticate(tokens.get(user)).thenApply(name::equals);
    }
}
