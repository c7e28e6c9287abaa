package anywire.transport.http;

import anywire.transport.Refusal;
import anywire.transport.TransportException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** What a server says of its own accord, where no service was asked. Safe for use by many threads. */
final class ErrorResponses {
    private final Responses responses;
    private final HttpCounters counts;
    private final int maxBodyBytes;

    ErrorResponses(Responses responses, HttpCounters counts, int maxBodyBytes) {
        this.responses = responses;
        this.counts = counts;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** @param cause what Netty's decoder made of it */
    FullHttpResponse malformed(Throwable cause) {
        counts.malformedRequests.increment();
        if (cause instanceof TooLongHttpLineException) {
            return refused(414, "the request line is longer than maxHeaders allows");
        }
        return cause instanceof TooLongHttpHeaderException
                ? refused(431, "the headers are larger than maxHeaders allows")
                : refused(400, "this is not HTTP/1.1: " + cause.getMessage());
    }

    FullHttpResponse tooSlow() {
        return refused(408, "the request did not arrive within requestTime");
    }

    FullHttpResponse tooLarge() {
        return failed(new TransportException.TooLarge("a body may have " + maxBodyBytes + " bytes here", false));
    }

    FullHttpResponse tooManyConnections() {
        return failed(new TransportException.Overloaded("too many connections"));
    }

    FullHttpResponse timedOut() {
        return failed(new TransportException.TimedOut("its time was over", true));
    }

    /** @param mayHaveRun whether the request that this answers had begun */
    FullHttpResponse closing(boolean mayHaveRun) {
        return failed(new TransportException.Closed("the server is closing", mayHaveRun));
    }

    private FullHttpResponse refused(int status, String detail) {
        return responses.problem(Problem.refused(status, Refusal.INVALID, detail));
    }

    private FullHttpResponse failed(TransportException why) {
        return responses.problem(Problem.of(why));
    }
}
