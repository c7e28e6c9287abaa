package anywire.operation;

import static anywire.operation.Done.NOTHING;
import static anywire.transport.Operation.Effect.CHANGES;
import static anywire.transport.Operation.Effect.READS;
import static anywire.transport.Operation.Effect.REPEATABLE;
import static anywire.transport.Operation.Work.BLOCKING;
import static anywire.transport.Operation.Work.QUICK;

import anywire.social.AuthService;
import anywire.social.Password;
import anywire.social.Token;
import anywire.social.Username;
import java.util.List;

/** What can be asked of {@link AuthService}. */
public final class AuthOperations {
    private static final String AUTH = "auth";

    public record SignUp(Username username, Password password) {}

    public record LogIn(Username username, Password password) {}

    public record LoggedIn(Token token) {}

    public record Authenticate(Token token) {}

    public record Authenticated(Username username) {}

    public record LogOut(Token token) {}

    public record Knows(Username username) {}

    public record Known(boolean known) {}

    public static final Procedure<AuthService, SignUp, Done> SIGN_UP = Declaration.call(
                    AUTH, "signUp", CHANGES, BLOCKING)
            .summary("Takes a username, with a password to prove it by. Slow by intent.")
            .takes(new SignUp(Examples.ANN, Examples.PASSWORD))
            .gives(NOTHING)
            .by((auth, ask) -> auth.signUp(ask.username, ask.password).thenApply(done -> NOTHING));

    public static final Procedure<AuthService, LogIn, LoggedIn> LOG_IN = Declaration.call(
                    AUTH, "logIn", CHANGES, BLOCKING)
            .summary("Gives a token for a username and its password. Slow by intent.")
            .takes(new LogIn(Examples.ANN, Examples.PASSWORD))
            .gives(new LoggedIn(Examples.TOKEN))
            .by((auth, ask) -> auth.logIn(ask.username, ask.password).thenApply(LoggedIn::new));

    public static final Procedure<AuthService, Authenticate, Authenticated> AUTHENTICATE = Declaration.call(
                    AUTH, "authenticate", READS, QUICK)
            .summary("Says whose token it is.")
            .takes(new Authenticate(Examples.TOKEN))
            .gives(new Authenticated(Examples.ANN))
            .by((auth, ask) -> auth.authenticate(ask.token).thenApply(Authenticated::new));

    public static final Procedure<AuthService, LogOut, Done> LOG_OUT = Declaration.call(
                    AUTH, "logOut", REPEATABLE, QUICK)
            .summary("Ends a token's life.")
            .takes(new LogOut(Examples.TOKEN))
            .gives(NOTHING)
            .by((auth, ask) -> auth.logOut(ask.token).thenApply(done -> NOTHING));

    public static final Procedure<AuthService, Knows, Known> KNOWS = Declaration.call(AUTH, "knows", READS, QUICK)
            .summary("Says whether a username is taken.")
            .takes(new Knows(Examples.ANN))
            .gives(new Known(true))
            .by((auth, ask) -> auth.knows(ask.username).thenApply(Known::new));

    static final Contract<AuthService> CONTRACT =
            new Contract<>(AUTH, List.of(SIGN_UP, LOG_IN, AUTHENTICATE, LOG_OUT, KNOWS), List.of());

    private AuthOperations() {}
}
