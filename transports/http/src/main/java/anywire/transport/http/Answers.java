package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** Responses, understood: the same by whichever client they came. */
final class Answers {
    static final Reply NOTHING = new Reply.Done(Body.empty(Format.BINARY));
    /** Enough for problem details, where a stream of events was wanted. */
    static final int MAX_REFUSAL_BYTES = 1 << 16;

    private Answers() {}

    /** Whether an event is where it should be: then nothing more that is said of it is for the sender. */
    static boolean isTaken(int status, boolean replyWanted) {
        return status == 202 && !replyWanted;
    }

    /**
     * @param contentType null or empty if there was none
     * @throws TransportException if it is no answer of the service
     */
    static Reply of(int status, @Nullable String contentType, byte[] body, boolean replyWanted) {
        if (isTaken(status, replyWanted)) {
            return NOTHING;
        }
        if (status == 200 && replyWanted) {
            return new Reply.Done(new Body(format(contentType == null ? "" : contentType), body));
        }
        return refused(status, body);
    }

    /** @throws TransportException if it is not the service that refused */
    static Reply.Refused refused(int status, byte[] body) {
        return Problem.parse(status, body)
                .orElseThrow(() -> new TransportException.Broken(
                        "what answers there is no Anywire server: status " + status, true, null))
                .refusedOrThrow();
    }

    static TransportException tooLarge(int maxBytes) {
        return new TransportException.TooLarge("the reply is larger than " + maxBytes + " bytes", true);
    }

    private static Format format(String mediaType) {
        try {
            return HttpNames.format(mediaType);
        } catch (IllegalArgumentException e) {
            throw new TransportException.Broken("the reply is in no format known here: " + mediaType, true, e);
        }
    }
}
