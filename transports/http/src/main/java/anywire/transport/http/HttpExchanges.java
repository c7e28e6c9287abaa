package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.kit.PendingCalls.Pending;
import java.util.Map;

/**
 * What carries a client's requests: one HTTP library and its connections. All that {@link anywire.transport.Client}
 * promises beyond that, {@link HttpClient} sees to. Safe for use by many threads; nothing here blocks but
 * {@link #close()}.
 */
interface HttpExchanges {
    /** One call or event on its way. */
    interface Exchange {
        /** Sends it. Its outcome goes to the pending, by whatever thread has it. */
        void begin();

        /** Nobody waits for it any more: frees what it holds. Any time, any number of times. */
        void abandon();
    }

    /** @param replyWanted false for what is sent as an event */
    Exchange of(Call call, boolean replyWanted, Pending pending);

    /** Opens a stream of events, and tells the subscription of all that it brings, and of its end. */
    void listen(HttpSubscription subscription);

    /** As {@link anywire.transport.Client#facts()} has them. */
    Map<String, String> facts();

    /** As {@link anywire.transport.Client#counts()} has them. */
    Map<String, Long> counts();

    /** Hangs up and lets go of all threads. Whoever still waits has been told before. */
    void close();
}
