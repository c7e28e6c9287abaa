package anywire.operation;

import anywire.social.Failures;
import anywire.social.Username;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Description;
import anywire.transport.Publisher;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Finds out who asks before an operation runs that wants to know, the same way and at the same cost under every
 * transport. A call without a valid credential is refused as {@code UNAUTHENTICATED}.
 */
public final class CallerCheck implements Service {
    private final CallerAware service;
    private final Function<Credential, CompletionStage<Username>> whoIs;

    /** @param whoIs refuses a credential that is nobody's, as {@code AuthService::authenticate} does */
    public CallerCheck(CallerAware service, Function<Credential, CompletionStage<Username>> whoIs) {
        this.service = service;
        this.whoIs = whoIs;
    }

    @Override
    public Description describe() {
        return service.describe();
    }

    @Override
    public void serving(Publisher publisher) {
        service.serving(publisher);
    }

    @Override
    public void stopped(Publisher publisher) {
        service.stopped(publisher);
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        return service.needsCaller(call.operation())
                ? asReply(known(call, caller -> service.call(call, caller)))
                : service.call(call);
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        return service.needsCaller(call.operation())
                ? known(call, caller -> service.receive(call, caller))
                : service.receive(call);
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        return asReply(known(call, caller -> service.admit(call, topic, caller)));
    }

    private <T> CompletionStage<T> known(Call call, Function<Optional<Username>, CompletionStage<T>> work) {
        if (call.caller().isEmpty()) {
            return CompletableFuture.failedFuture(new RefusedException(
                    Refusal.UNAUTHENTICATED,
                    call.operation() + " wants to know who asks: log in and send the token along"));
        }
        return whoIs.apply(call.caller().get()).thenCompose(caller -> work.apply(Optional.of(caller)));
    }

    private static CompletionStage<Reply> asReply(CompletionStage<Reply> reply) {
        return reply.exceptionallyCompose(failure -> {
            Throwable cause = Failures.cause(failure);
            return cause instanceof RefusedException refused
                    ? CompletableFuture.completedFuture(refused.reply())
                    : CompletableFuture.failedFuture(cause);
        });
    }
}
