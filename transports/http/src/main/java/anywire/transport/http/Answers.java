package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Responses, understood. */
final class Answers {
    private static final Reply NOTHING = new Reply.Done(Body.empty(Format.BINARY));

    private Answers() {}

    /**
     * @return for an event, anything at all once it is where it should be: what the service says of it is not for the
     *     sender
     * @throws TransportException if it is no answer of the service
     */
    static Reply read(Response response, int maxBodyBytes, boolean replyWanted) throws IOException {
        int status = response.code();
        if (status == 202 && !replyWanted) {
            return NOTHING;
        }
        byte[] bytes = bytes(response.body(), maxBodyBytes);
        if (status == 200 && replyWanted) {
            return new Reply.Done(new Body(format(response), bytes));
        }
        return refused(status, bytes);
    }

    /** @throws TransportException if it is not the service that refused */
    static Reply.Refused refused(Response response) throws IOException {
        return refused(response.code(), bytes(response.body(), 1 << 16));
    }

    private static Reply.Refused refused(int status, byte[] bytes) {
        return Problem.parse(status, bytes)
                .orElseThrow(() -> new TransportException.Broken(
                        "what answers there is no Anywire server: status " + status, true, null))
                .refusedOrThrow();
    }

    private static Format format(Response response) {
        String mediaType = response.header("Content-Type", "");
        try {
            return Wire.format(mediaType == null ? "" : mediaType);
        } catch (IllegalArgumentException e) {
            throw new TransportException.Broken("the reply is in no format known here: " + mediaType, true, e);
        }
    }

    private static byte[] bytes(ResponseBody body, int maxBytes) throws IOException {
        if (body.contentLength() > maxBytes
                || (body.contentLength() < 0 && body.source().request(maxBytes + 1L))) {
            throw new TransportException.TooLarge("the reply is larger than " + maxBytes + " bytes", true);
        }
        return body.bytes();
    }
}
