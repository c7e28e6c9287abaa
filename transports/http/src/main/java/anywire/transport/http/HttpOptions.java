package anywire.transport.http;

import anywire.transport.Option;
import java.time.Duration;
import java.util.List;

final class HttpOptions {
    static final Option<HttpVersion> VERSION = Option.choice(
            "version",
            HttpVersion.HTTP1,
            "http2: many calls at once on one connection, in clear and with prior knowledge");
    static final Option<ClientLibrary> CLIENT = Option.choice(
            "client",
            ClientLibrary.OKHTTP,
            "whose HTTP client calls: okhttp has a thread for each call under way, netty event loops for all of them");
    static final Option<Acks> ACKS =
            Option.choice("acks", Acks.HANDLED, "when an event is answered with 202: once received, or once handled");
    static final Option<Integer> MAX_BODY = Option.integer(
            "maxBody", 1 << 20, 1024, 64 << 20, "bytes", "largest body of a request, a reply or a pushed item");
    static final Option<Integer> MAX_HEADERS = Option.integer(
            "maxHeaders", 8192, 1024, 1 << 20, "bytes", "largest request line, and largest sum of a request's headers");
    static final Option<Integer> MAX_CONNECTIONS = Option.integer(
            "maxConnections", 4096, 1, 1_000_000, "connections", "open at once at the server; more are answered 503");
    static final Option<Duration> REQUEST_TIME = Option.duration(
            "requestTime", Duration.ofSeconds(10), "how long a request may take to arrive, first byte to last");
    static final Option<Duration> KEEP_ALIVE = Option.duration(
            "keepAlive",
            Duration.ofSeconds(60),
            "how long the server keeps an idle connection; the client gives it up after half of that");
    static final Option<Duration> HEARTBEAT = Option.duration(
            "heartbeat",
            Duration.ofSeconds(15),
            "how often a silent event stream says that it is there; a client gives one up after three are missing");
    static final Option<Integer> PUSH_BUFFER = Option.integer(
            "pushBuffer",
            1 << 18,
            1024,
            1 << 28,
            "bytes",
            "what waits for a slow subscriber before it loses items and hears of the gap");
    static final Option<Integer> LOOPS = Option.integer(
            "loops",
            1,
            1,
            256,
            "threads",
            "threads that do the I/O: of the server, which run what is quick, too, and of a netty client");

    private HttpOptions() {}

    static List<Option<?>> all() {
        return List.of(
                VERSION,
                CLIENT,
                ACKS,
                MAX_BODY,
                MAX_HEADERS,
                MAX_CONNECTIONS,
                REQUEST_TIME,
                KEEP_ALIVE,
                HEARTBEAT,
                PUSH_BUFFER,
                LOOPS);
    }
}
