package anywire.operation;

import anywire.operation.AuthOperations.Authenticate;
import anywire.operation.AuthOperations.Authenticated;
import anywire.operation.AuthOperations.Known;
import anywire.operation.AuthOperations.Knows;
import anywire.operation.AuthOperations.LogIn;
import anywire.operation.AuthOperations.LogOut;
import anywire.operation.AuthOperations.LoggedIn;
import anywire.operation.AuthOperations.SignUp;
import anywire.social.AuthService;
import anywire.social.Password;
import anywire.social.Token;
import anywire.social.Username;
import java.util.concurrent.CompletableFuture;

public record AuthStub(Remote remote) implements AuthService {
    @Override
    public CompletableFuture<Void> signUp(Username username, Password password) {
        return remote.tell(AuthOperations.SIGN_UP, new SignUp(username, password));
    }

    @Override
    public CompletableFuture<Token> logIn(Username username, Password password) {
        return remote.ask(AuthOperations.LOG_IN, new LogIn(username, password), LoggedIn::token);
    }

    @Override
    public CompletableFuture<Username> authenticate(Token token) {
        return remote.ask(AuthOperations.AUTHENTICATE, new Authenticate(token), Authenticated::username);
    }

    @Override
    public CompletableFuture<Void> logOut(Token token) {
        return remote.tell(AuthOperations.LOG_OUT, new LogOut(token));
    }

    @Override
    public CompletableFuture<Boolean> knows(Username username) {
        return remote.ask(AuthOperations.KNOWS, new Knows(username), Known::known);
    }
}
