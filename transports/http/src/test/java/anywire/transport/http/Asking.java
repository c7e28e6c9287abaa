package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Client;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Netty's client is asked, and what comes of it. */
final class Asking {
    static final String NETTY = "client=netty";

    private Asking() {}

    static CompletableFuture<Reply> ask(Client client, String text) {
        return client.call(HttpRig.call(Parrot.SAY, text));
    }

    static String text(CompletableFuture<Reply> reply) throws Exception {
        Body body = ((Reply.Done) reply.get(20, TimeUnit.SECONDS)).body();
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    static TransportException failure(CompletableFuture<?> future) throws Exception {
        return (TransportException) future.handle((value, failure) -> failure).get(20, TimeUnit.SECONDS);
    }
}
