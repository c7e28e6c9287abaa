package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** One call or event, on the worker that runs it. */
final class OkHttpCall implements HttpExchanges.Exchange, Runnable {
    private final OkHttpClient http;
    private final Workers workers;
    private final OkHttpRequests requests;
    private final Call call;
    private final boolean replyWanted;
    private final PendingCalls calls;
    private final Pending pending;
    private final int maxBodyBytes;
    private volatile okhttp3.@Nullable Call underway;

    OkHttpCall(
            OkHttpClient http,
            Workers workers,
            OkHttpRequests requests,
            Call call,
            boolean replyWanted,
            PendingCalls calls,
            Pending pending,
            int maxBodyBytes) {
        this.http = http;
        this.workers = workers;
        this.requests = requests;
        this.call = call;
        this.replyWanted = replyWanted;
        this.calls = calls;
        this.pending = pending;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public void begin() {
        workers.execute(this);
    }

    /** Hangs up, if there is anything to hang up. */
    @Override
    public void abandon() {
        okhttp3.Call abandoned = underway;
        if (abandoned != null) {
            abandoned.cancel();
        }
    }

    @Override
    public void run() {
        okhttp3.Call exchange = http.newCall(requests.call(call, new Payload(), pending.timeLeft(), replyWanted));
        underway = exchange;
        if (pending.isDone()) {
            return;
        }
        Reply reply;
        try (Response response = exchange.execute()) {
            reply = read(response);
        } catch (TransportException e) {
            calls.fail(pending.id(), ran -> e);
            return;
        } catch (IOException e) {
            calls.fail(pending.id(), ran -> HttpFailures.of(e, ran));
            return;
        }
        // Only now, with the connection back in the pool, for whatever the caller asks next.
        calls.complete(pending.id(), reply);
    }

    private Reply read(Response response) throws IOException {
        int status = response.code();
        if (Answers.isTaken(status, replyWanted)) {
            return Answers.NOTHING;
        }
        byte[] bytes = bytes(response.body(), maxBodyBytes);
        return Answers.of(status, response.header("Content-Type", ""), bytes, replyWanted);
    }

    /** @throws TransportException.TooLarge if there are more */
    static byte[] bytes(ResponseBody body, int maxBytes) throws IOException {
        if (body.contentLength() > maxBytes
                || (body.contentLength() < 0 && body.source().request(maxBytes + 1L))) {
            throw Answers.tooLarge(maxBytes);
        }
        return body.bytes();
    }

    private final class Payload extends RequestBody {
        @Override
        public MediaType contentType() {
            return requests.mediaType(call.body().format());
        }

        @Override
        public long contentLength() {
            return call.body().size();
        }

        /** OkHttp comes here once it is connected, with the headers in a buffer that is still to be flushed. */
        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            if (!pending.handOver(this)) {
                throw new IOException("nobody waits for it any more");
            }
            sink.write(call.body().bytes());
        }
    }
}
