package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Reply;
import anywire.transport.TransportException.Fault;
import anywire.transport.kit.Outcome;
import org.jspecify.annotations.Nullable;

/** What comes of a request, as frames. All on the event loop. */
final class TcpReply {
    private TcpReply() {}

    static void outcome(Outbox out, long id, @Nullable Reply reply, @Nullable Throwable failure, int maxBodyBytes) {
        write(out, id, Outcome.of(reply, failure, maxBodyBytes));
    }

    static void fault(Outbox out, long id, Fault fault, boolean mayHaveRun, String detail) {
        write(out, id, Outcome.fault(fault, mayHaveRun, detail));
    }

    private static void write(Outbox out, long id, Outcome outcome) {
        Body body = outcome.body();
        int size = TcpFrames.replySize(body.size());
        if (outcome.isDone()) {
            TcpFrames.done(out.frame(size), id, body);
        } else {
            TcpFrames.no(out.frame(size), id, outcome.status(), outcome.mayHaveRun(), body.bytes());
        }
    }
}
