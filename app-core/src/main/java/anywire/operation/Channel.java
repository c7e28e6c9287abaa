package anywire.operation;

import anywire.social.Username;
import anywire.transport.Operation;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * A push operation, declared once. A topic is a reader's name, and nobody else may listen to it.
 *
 * @param feed how the service is told a way by which its items leave; returns what takes the way back
 * @param summary one line for the reference
 * @param <S> the service's interface where it runs
 * @param <T> an item's record
 */
public record Channel<S, T extends Record>(
        Operation operation, Class<T> item, BiFunction<S, Feed<T>, Runnable> feed, String summary, T exampleItem) {
    @FunctionalInterface
    public interface Feed<T> {
        CompletionStage<Void> push(Set<Username> readers, T item);
    }

    @Override
    public String toString() {
        return operation.path();
    }
}
