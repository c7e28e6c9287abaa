package anywire.transport;

import java.util.concurrent.CompletionStage;

/** A service as transports see it: bytes in, bytes out. Safe for use by many threads. */
public interface Service {
    Description describe();

    /** Told once by each server, before its first call, how to push. Several servers may be live at a time. */
    default void serving(Publisher publisher) {}

    /** Told by a server that closes: its publisher leads nowhere from now on. */
    default void stopped(Publisher publisher) {}

    /** Answers a call. "No" is a {@link Reply.Refused}; a stage that fails is a fault of the service. */
    CompletionStage<Reply> call(Call call);

    /** Takes an event. Completes when handled. A {@link RefusedException} drops the event. */
    CompletionStage<Void> receive(Call call);

    /** Whether this caller may hear this topic: {@link Reply.Done} with an empty body, or the refusal. */
    CompletionStage<Reply> admit(Call call, String topic);
}
