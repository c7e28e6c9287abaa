package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What comes of a request, as frames. All on the event loop. */
final class Answer {
    private Answer() {}

    static void outcome(Outbox out, long id, @Nullable Reply reply, @Nullable Throwable failure, int maxBodyBytes) {
        if (failure != null) {
            failure(out, id, failure);
        } else {
            reply(out, id, reply, maxBodyBytes);
        }
    }

    static void reply(Outbox out, long id, @Nullable Reply reply, int maxBodyBytes) {
        if (reply instanceof Reply.Done done) {
            Body body = done.body();
            if (body.size() <= maxBodyBytes) {
                TcpFrames.done(out.frame(TcpFrames.replySize(body.size())), id, body);
            } else {
                fault(
                        out,
                        id,
                        Fault.TOO_LARGE,
                        true,
                        "a reply of " + body.size() + " bytes, over maxBody=" + maxBodyBytes);
            }
        } else if (reply instanceof Reply.Refused refused) {
            no(out, id, refused.why().code(), true, refused.detail());
        } else {
            fault(out, id, Fault.BROKEN, true, "the service answered nothing");
        }
    }

    static void failure(Outbox out, long id, Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof RefusedException refused) {
            no(out, id, refused.why().code(), true, refused.detail());
        } else if (cause instanceof TransportException known) {
            // closed, over there, is disconnected, over here
            Fault fault = known.fault() == Fault.CLOSED ? Fault.DISCONNECTED : known.fault();
            fault(out, id, fault, known.mayHaveRun(), String.valueOf(known.getMessage()));
        } else {
            fault(out, id, Fault.BROKEN, true, "the service failed");
        }
    }

    /** Whether the service itself said no. */
    static boolean isRefusal(Throwable failure) {
        return cause(failure) instanceof RefusedException;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    static void fault(Outbox out, long id, Fault fault, boolean mayHaveRun, String detail) {
        no(out, id, fault.code(), mayHaveRun, detail);
    }

    private static void no(Outbox out, long id, int status, boolean mayHaveRun, String detail) {
        String shown =
                detail.length() > Refusal.MAX_DETAIL_CHARS ? detail.substring(0, Refusal.MAX_DETAIL_CHARS) : detail;
        byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
        TcpFrames.no(out.frame(TcpFrames.replySize(bytes.length)), id, status, mayHaveRun, bytes);
    }
}
