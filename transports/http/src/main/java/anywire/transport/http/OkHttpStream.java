package anywire.transport.http;

import anywire.transport.TransportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** One stream of events, on the worker that connects, reads, and calls the listener. */
final class OkHttpStream implements Runnable {
    private final OkHttpClient streams;
    private final OkHttpRequests requests;
    private final HttpSubscription subscription;

    OkHttpStream(OkHttpClient streams, OkHttpRequests requests, HttpSubscription subscription) {
        this.streams = streams;
        this.requests = requests;
        this.subscription = subscription;
    }

    @Override
    public void run() {
        Call call = streams.newCall(requests.subscribe(subscription.call(), subscription.topic()));
        if (!subscription.opens(call::cancel)) {
            return;
        }
        try (Response response = call.execute()) {
            if (response.code() == 200) {
                EventSources.processResponse(response, new Events());
                subscription.lost(new TransportException.Disconnected("the stream ended", true, null));
            } else {
                subscription.refused(
                        Answers.refused(response.code(), OkHttpCall.bytes(response.body(), Answers.MAX_REFUSAL_BYTES)));
            }
        } catch (TransportException e) {
            subscription.lost(e);
        } catch (IOException e) {
            subscription.lost(HttpFailures.of(e, HttpFailures.afterConnecting(e)));
        }
    }

    /** What the listener throws, and what is no item, ends the stream: OkHttp sees to that. */
    private final class Events extends EventSourceListener {
        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            subscription.event(type, data.getBytes(StandardCharsets.UTF_8));
        }
    }
}
