package anywire.transport.kit;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request, as a transport that has numbers and bytes to spare says it: a status, whether the request may
 * have run, and a body, or, where there is none, a sentence.
 *
 * @param status {@value #DONE}, or the code of a {@link Refusal} or of a {@link Fault}
 * @param body the reply's; of no meaning unless {@link #isDone()}, but for its bytes, which are the sentence in UTF-8
 */
public record Outcome(int status, boolean mayHaveRun, Body body) {
    public static final int DONE = 0;

    /**
     * A server's side: what {@link Routes} completed with.
     *
     * @param maxBodyBytes a larger reply is {@code TooLarge}
     */
    public static Outcome of(@Nullable Reply reply, @Nullable Throwable failure, int maxBodyBytes) {
        if (failure != null) {
            return failed(failure);
        }
        if (reply instanceof Reply.Done done) {
            int size = done.body().size();
            return size <= maxBodyBytes
                    ? new Outcome(DONE, true, done.body())
                    : fault(Fault.TOO_LARGE, true, "a reply of " + size + " bytes, over maxBody=" + maxBodyBytes);
        }
        return reply instanceof Reply.Refused refused
                ? no(refused.why().code(), true, refused.detail())
                : fault(Fault.BROKEN, true, "the service answered nothing");
    }

    private static Outcome failed(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof RefusedException refused) {
            return no(refused.why().code(), true, refused.detail());
        }
        if (cause instanceof TransportException known) {
            // closed, over there, is disconnected, over here
            Fault fault = known.fault() == Fault.CLOSED ? Fault.DISCONNECTED : known.fault();
            return fault(fault, known.mayHaveRun(), String.valueOf(known.getMessage()));
        }
        return fault(Fault.BROKEN, true, "the service failed");
    }

    public static Outcome fault(Fault fault, boolean mayHaveRun, String detail) {
        return no(fault.code(), mayHaveRun, detail);
    }

    private static Outcome no(int status, boolean mayHaveRun, String detail) {
        String shown =
                detail.length() > Refusal.MAX_DETAIL_CHARS ? detail.substring(0, Refusal.MAX_DETAIL_CHARS) : detail;
        return new Outcome(status, mayHaveRun, new Body(Format.BINARY, shown.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether it was the service itself that said no: its last word on an event. */
    public static boolean isRefusal(@Nullable Throwable failure) {
        return cause(failure) instanceof RefusedException;
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    public boolean isDone() {
        return status == DONE;
    }

    /**
     * A client's side.
     *
     * @return the service's answer
     * @throws TransportException if there is none
     * @throws IllegalArgumentException for a status that is none
     */
    public Reply reply() {
        if (isDone()) {
            return new Reply.Done(body);
        }
        if (status < Fault.UNREACHABLE.code()) {
            return new Reply.Refused(Refusal.ofCode(status), detail());
        }
        throw Fault.ofCode(status).exception(detail(), mayHaveRun);
    }

    /**
     * Completes whoever waits for it.
     *
     * @return false if nobody waits any more
     * @throws IllegalArgumentException for a status that is none
     */
    public boolean settle(PendingCalls calls, long id) {
        try {
            return calls.complete(id, reply());
        } catch (TransportException why) {
            return calls.fail(id, ran -> why);
        }
    }

    private String detail() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }
}
