package anywire.operation;

import anywire.codec.Codec;
import anywire.codec.CodecException;
import anywire.codec.Codecs;
import anywire.social.Failures;
import anywire.social.Username;
import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A service as transports see it, made of the service itself and its contract: decodes a request by its format, runs it,
 * encodes the reply in the format asked for. Quick services stay on the caller's thread from end to end.
 */
public final class Skeleton<S> implements CallerAware {
    private final S service;
    private final Description description;
    private final Codecs codecs;
    private final Map<String, Procedure<? super S, ?, ?>> procedures = new HashMap<>();
    private final Map<String, Channel<? super S, ?>> channels = new HashMap<>();
    private final Map<Publisher, List<Runnable>> ways = new ConcurrentHashMap<>();

    public Skeleton(Contract<S> contract, S service, Codecs codecs) {
        this.service = service;
        this.description = contract.description(codecs.replyFormats());
        this.codecs = codecs;
        contract.procedures()
                .forEach(procedure -> procedures.put(procedure.operation().name(), procedure));
        contract.channels().forEach(channel -> channels.put(channel.operation().name(), channel));
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public boolean needsCaller(Operation operation) {
        Procedure<? super S, ?, ?> procedure = procedures.get(operation.name());
        return procedure == null || procedure.actor().isPresent();
    }

    @Override
    public void serving(Publisher publisher) {
        ways.put(
                publisher,
                channels.values().stream()
                        .map(channel -> feed(channel, publisher))
                        .toList());
    }

    @Override
    public void stopped(Publisher publisher) {
        List<Runnable> closed = ways.remove(publisher);
        if (closed != null) {
            closed.forEach(Runnable::run);
        }
    }

    private <T extends Record> Runnable feed(Channel<? super S, T> channel, Publisher publisher) {
        return channel.feed().apply(service, (readers, item) -> {
            Set<String> topics = new HashSet<>(readers.size() * 2);
            readers.forEach(reader -> topics.add(reader.value()));
            return publisher.publish(channel.operation(), topics, format -> body(replyCodec(format), item));
        });
    }

    @Override
    public CompletionStage<Reply> call(Call call, Optional<Username> caller) {
        Procedure<? super S, ?, ?> procedure = procedures.get(call.operation().name());
        if (procedure == null) {
            return refused(noSuch(call.operation()));
        }
        Codec replyCodec;
        try {
            replyCodec = replyCodec(call.accept());
        } catch (RefusedException e) {
            return refused(e);
        }
        return run(procedure, call, caller, reply -> done(replyCodec, reply)).exceptionallyCompose(Skeleton::asReply);
    }

    private static Reply done(Codec codec, Record reply) {
        return new Reply.Done(body(codec, reply));
    }

    private static Body body(Codec codec, Record record) {
        return new Body(codec.format(), codec.encode(record));
    }

    private Codec replyCodec(Format format) {
        return codecs.forReply(format)
                .orElseThrow(() ->
                        unsupported("what is sent here is " + codecs.replyNames() + ", not " + format.mediaType()));
    }

    @Override
    public CompletionStage<Void> receive(Call call, Optional<Username> caller) {
        Procedure<? super S, ?, ?> procedure = procedures.get(call.operation().name());
        return procedure == null
                ? CompletableFuture.failedFuture(noSuch(call.operation()))
                : run(procedure, call, caller, reply -> null);
    }

    private <Q extends Record, R extends Record, T> CompletionStage<T> run(
            Procedure<? super S, Q, R> procedure, Call call, Optional<Username> caller, Function<R, T> finish) {
        Q request;
        try {
            request = decode(procedure.request(), call);
            if (caller.isPresent() && procedure.actor().isPresent()) {
                checkActor(call.operation(), procedure.actor().get().apply(request), caller.get());
            }
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return procedure.run().apply(service, request).thenApply(finish);
    }

    private <Q> Q decode(Class<Q> type, Call call) {
        Body body = call.body();
        Codec codec = codecs.forRequest(body.format())
                .orElseThrow(
                        () -> unsupported("nobody here reads " + body.format().mediaType()));
        try {
            return codec.decode(type, body.bytes());
        } catch (CodecException e) {
            throw new RefusedException(Refusal.INVALID, call.operation() + ": " + e.detail());
        }
    }

    private static void checkActor(Operation operation, Username actor, Username caller) {
        if (!actor.equals(caller)) {
            throw new RefusedException(
                    Refusal.FORBIDDEN, operation + " on behalf of " + actor + " is not for " + caller + " to ask");
        }
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic, Optional<Username> caller) {
        if (!channels.containsKey(call.operation().name())) {
            return refused(noSuch(call.operation()));
        }
        try {
            replyCodec(call.accept());
            Username reader = new Username(topic);
            if (caller.isPresent()) {
                checkActor(call.operation(), reader, caller.get());
            }
        } catch (IllegalArgumentException e) {
            return refused(new RefusedException(Refusal.INVALID, call.operation() + ": " + e.getMessage()));
        } catch (RefusedException e) {
            return refused(e);
        }
        return CompletableFuture.completedFuture(new Reply.Done(Body.empty(call.accept())));
    }

    private static CompletionStage<Reply> asReply(Throwable failure) {
        Throwable cause = Failures.cause(failure);
        return cause instanceof RefusedException refused ? refused(refused) : CompletableFuture.failedFuture(cause);
    }

    private static RefusedException noSuch(Operation operation) {
        return unsupported("there is no operation " + operation + " here");
    }

    private static RefusedException unsupported(String detail) {
        return new RefusedException(Refusal.UNSUPPORTED, detail);
    }

    private static CompletionStage<Reply> refused(RefusedException why) {
        return CompletableFuture.completedFuture(why.reply());
    }
}
