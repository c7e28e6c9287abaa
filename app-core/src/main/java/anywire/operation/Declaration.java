package anywire.operation;

import anywire.social.Username;
import anywire.transport.Operation;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import anywire.transport.Operation.Work;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A {@link Procedure} being declared:
 *
 * <pre>{@code
 * static final Procedure<AuthService, LogIn, LoggedIn> LOG_IN = Declaration.call("auth", "logIn", CHANGES, BLOCKING)
 *         .summary("Gives a token for a name and its password.")
 *         .takes(new LogIn(...))                          // an example
 *         .gives(new LoggedIn(...))                       // an example
 *         .by((auth, ask) -> auth.logIn(ask.username(), ask.password()).thenApply(LoggedIn::new));
 * }</pre>
 */
final class Declaration {
    private final Operation operation;
    private String summary = "";

    private Declaration(Operation operation) {
        this.operation = operation;
    }

    static Declaration call(String service, String name, Effect effect, Work work) {
        return new Declaration(new Operation(service, name, Kind.CALL, effect, work));
    }

    static Declaration event(String service, String name, Effect effect, Work work) {
        return new Declaration(new Operation(service, name, Kind.EVENT, effect, work));
    }

    Declaration summary(String line) {
        this.summary = line;
        return this;
    }

    <Q extends Record> Request<Q> takes(Q example) {
        return new Request<>(this, example, Optional.empty());
    }

    record Request<Q extends Record>(Declaration declaration, Q example, Optional<Function<Q, Username>> actor) {
        /** Only this user, known by a credential, may ask. */
        Request<Q> onBehalfOf(Function<Q, Username> user) {
            return new Request<>(declaration, example, Optional.of(user));
        }

        <R extends Record> Reply<Q, R> gives(R exampleReply) {
            return new Reply<>(this, exampleReply);
        }
    }

    record Reply<Q extends Record, R extends Record>(Request<Q> request, R example) {
        <S> Procedure<S, Q, R> by(BiFunction<S, Q, CompletionStage<R>> run) {
            Declaration declaration = request.declaration;
            return new Procedure<>(
                    declaration.operation,
                    classOf(request.example),
                    classOf(example),
                    run,
                    request.actor,
                    declaration.summary,
                    request.example,
                    example);
        }
    }

    /** A record's class is final, so the example's class is the type. */
    @SuppressWarnings("unchecked")
    private static <T extends Record> Class<T> classOf(T record) {
        return (Class<T>) record.getClass();
    }
}
