package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Reply;
import java.util.concurrent.CompletableFuture;

/** A call, event or admission that the lab keeps without an answer until the check gives one. */
record Held(Call call, CompletableFuture<Reply> reply) {
    /** Answers with the question. */
    void answer() {
        reply.complete(new Reply.Done(call.body()));
    }

    void answer(byte[] bytes) {
        reply.complete(new Reply.Done(new Body(call.body().format(), bytes)));
    }
}
