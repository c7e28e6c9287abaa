package anywire.transport.udp;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Option;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set, read once from an endpoint. */
record UdpOptions(
        Exchanging exchange,
        Sealing sealing,
        Acks acks,
        int maxBodyBytes,
        int datagramBytes,
        Io io,
        Duration lease,
        Duration idle,
        Duration dead,
        Duration backoff,
        Duration backoffMax,
        int maxInFlight,
        Duration drain,
        int maxServing,
        int maxSessions,
        int pushBufferBytes) {

    static final String KEY_SECRET = "udp.key";

    /** How often something is sent. */
    enum Exchanging {
        RELIABLE,
        RAW
    }

    /** What stands between a datagram and whoever would change it. */
    enum Sealing {
        NONE,
        HMAC
    }

    /** When an event counts as sent. */
    enum Acks {
        RECEIVED,
        HANDLED
    }

    /** How sockets are waited for. */
    enum Io {
        AUTO,
        EPOLL,
        NIO
    }

    private static final Option<Exchanging> EXCHANGE = Option.choice(
            "exchange",
            Exchanging.RELIABLE,
            "reliable: sent again until answered, and run once; raw: sent once, may be lost");
    private static final Option<Sealing> SEAL = Option.choice(
            "seal",
            Sealing.NONE,
            "hmac: every datagram is authenticated, by a key that both sides have; hides nothing");
    private static final Option<Acks> ACKS = Option.choice(
            "acks", Acks.HANDLED, "when an event counts as sent: when received, or when handled; raw: at once");
    private static final Option<Integer> MAX_BODY = Option.integer(
            "maxBody", 1 << 16, 1, 1 << 20, "bytes", "largest body; in pieces where a datagram is shorter");
    private static final Option<Integer> DATAGRAM = Option.integer(
            "datagram", 1_200, 576, 65_000, "bytes", "longest datagram; 1200 gets through nearly everywhere");
    private static final Option<Io> IO =
            Option.choice("io", Io.AUTO, "auto is epoll where there is one (Linux), else nio");
    private static final Option<Duration> LEASE = Option.duration(
            "lease", Duration.ofSeconds(10), "subscriptions end so long after their client's last word");
    private static final Option<Duration> IDLE = Option.duration(
            "idle",
            Duration.ofSeconds(60),
            "a session without subscriptions is forgotten after so long a silence; its client begins another after half of it");
    private static final Option<Duration> DEAD = Option.duration(
            "dead", Duration.ofSeconds(3), "silence, in spite of questions, after which a server is taken to be gone");
    private static final Option<Duration> BACKOFF = Option.duration(
            "backoff",
            Duration.ofMillis(50),
            "first pause before subscriptions look for a server again; doubled each time, less up to half at random");
    private static final Option<Duration> BACKOFF_MAX =
            Option.duration("backoffMax", Duration.ofSeconds(2), "longest such pause");
    private static final Option<Integer> MAX_SERVING = Option.integer(
            "maxServing",
            4096,
            1,
            1 << 20,
            "calls",
            "calls of one session that a server runs at once; more fail as overloaded");
    private static final Option<Integer> MAX_SESSIONS =
            Option.integer("maxSessions", 1024, 1, 1 << 20, "sessions", "of one server; more are not answered");
    private static final Option<Integer> PUSH_BUFFER = Option.integer(
            "pushBuffer",
            4 << 20,
            1024,
            1 << 30,
            "bytes",
            "items that wait for one slow subscriber; what comes on top is lost to it, and it is told of a gap");

    static List<Option<?>> all() {
        return List.of(
                EXCHANGE,
                SEAL,
                ACKS,
                MAX_BODY,
                DATAGRAM,
                IO,
                LEASE,
                IDLE,
                DEAD,
                BACKOFF,
                BACKOFF_MAX,
                MAX_SERVING,
                MAX_SESSIONS,
                PUSH_BUFFER);
    }

    static UdpOptions of(Endpoint endpoint) {
        return new UdpOptions(
                endpoint.get(EXCHANGE),
                endpoint.get(SEAL),
                endpoint.get(ACKS),
                endpoint.get(MAX_BODY),
                endpoint.get(DATAGRAM),
                endpoint.get(IO),
                endpoint.get(LEASE),
                endpoint.get(IDLE),
                endpoint.get(DEAD),
                endpoint.get(BACKOFF),
                endpoint.get(BACKOFF_MAX),
                endpoint.get(CommonOptions.MAX_IN_FLIGHT),
                endpoint.get(CommonOptions.DRAIN),
                endpoint.get(MAX_SERVING),
                endpoint.get(MAX_SESSIONS),
                endpoint.get(PUSH_BUFFER));
    }

    boolean isRaw() {
        return exchange == Exchanging.RAW;
    }

    int maxMessageBytes() {
        return maxBodyBytes + UdpRequests.OVERHEAD_BYTES;
    }

    /** As a request of that type says how it is to be treated. */
    int flags(int type) {
        int once = isRaw() ? UdpRequests.ONCE : 0;
        return type == Types.EVENT && acks == Acks.RECEIVED && !isRaw() ? UdpRequests.ACK_RECEIVED : once;
    }

    /** Why a client can't ask anything, if it can't. */
    Optional<String> lacking(Host host) {
        return sealing == Sealing.HMAC && host.secret(KEY_SECRET).isEmpty()
                ? Optional.of("seal=hmac needs the secret " + KEY_SECRET)
                : Optional.empty();
    }

    /** As {@link #seal}; none where it is lacking, and then nothing is ever sent. */
    Seal sealIfAny(Host host) {
        return lacking(host).isPresent() ? Seal.NONE : seal(host);
    }

    /**
     * One for each event loop.
     *
     * @throws InvalidEndpointException if there is no key, or it is none
     */
    Seal seal(Host host) {
        if (sealing == Sealing.NONE) {
            return Seal.NONE;
        }
        String key = host.secret(KEY_SECRET)
                .orElseThrow(() -> new InvalidEndpointException("seal=hmac needs the secret " + KEY_SECRET));
        try {
            return new HmacSeal(key);
        } catch (IllegalArgumentException e) {
            throw new InvalidEndpointException("the secret " + KEY_SECRET + " has at least " + HmacSeal.MIN_SECRET_CHARS
                    + " characters, and this one has fewer");
        }
    }
}
