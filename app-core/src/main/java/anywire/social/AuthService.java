package anywire.social;

import java.util.concurrent.CompletionStage;

/** Who is who. */
public interface AuthService {
    /** Slow by intent: a password hash. {@code CONFLICT} if the name is taken. */
    CompletionStage<Void> signUp(Username username, Password password);

    /**
     * Slow by intent, and as slow for an unknown name or a wrong password, which are told apart neither by time nor by
     * the refusal: {@code UNAUTHENTICATED}.
     */
    CompletionStage<Token> logIn(Username username, Password password);

    /** {@code UNAUTHENTICATED} for a token that is unknown, expired or logged out. */
    CompletionStage<Username> authenticate(Token token);

    /** Ends the token's life; nothing happens if it is over already. */
    CompletionStage<Void> logOut(Token token);

    /** Whether somebody has signed up under that name. */
    CompletionStage<Boolean> knows(Username username);
}
