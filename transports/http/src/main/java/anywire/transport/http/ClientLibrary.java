package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.kit.PendingCalls;
import java.util.Locale;

/** Whose HTTP client carries the requests. */
enum ClientLibrary {
    /** Blocking, a thread for each call under way. */
    OKHTTP {
        @Override
        HttpExchanges exchanges(Endpoint to, Host host, PendingCalls pending) {
            return new OkHttpExchanges(to, host, pending);
        }
    },
    /** On event loops, a thread each, whatever the number of calls. */
    NETTY {
        @Override
        HttpExchanges exchanges(Endpoint to, Host host, PendingCalls pending) {
            return new NettyExchanges(to, host, pending);
        }
    };

    abstract HttpExchanges exchanges(Endpoint to, Host host, PendingCalls pending);

    /** As the option has it, and labels. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
