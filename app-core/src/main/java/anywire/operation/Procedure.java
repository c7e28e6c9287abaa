package anywire.operation;

import anywire.social.Username;
import anywire.transport.Operation;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A call or an event, declared once. Made by {@link Declaration}.
 *
 * @param run how the service does it
 * @param actor on whose behalf it is done; empty where anybody may ask, unknown people included
 * @param summary one line for the reference
 * @param exampleRequest for the reference, the command by hand and the golden bytes
 * @param <S> the service's interface
 * @param <Q> the request's record
 * @param <R> the reply's record; {@link Done} for an event
 */
public record Procedure<S, Q extends Record, R extends Record>(
        Operation operation,
        Class<Q> request,
        Class<R> reply,
        BiFunction<S, Q, CompletionStage<R>> run,
        Optional<Function<Q, Username>> actor,
        String summary,
        Q exampleRequest,
        R exampleReply) {
    @Override
    public String toString() {
        return operation.path();
    }
}
