package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import anywire.transport.udp.Hellos.Hello;
import io.netty.buffer.ByteBuf;
import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Who a server knows. On the event loop. */
final class ServerSessions implements UdpChannel.End {
    private final SecureRandom secureRandom = new SecureRandom();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final UdpServer server;
    private final UdpChannel line;
    private final Mailbox mailbox;
    private final Ticker ticker;
    private final Hellos hellos = new Hellos(secureRandom);
    private final LongObjectMap<ServerSession> bySession = new LongObjectHashMap<>();
    /** So that a hello that comes again makes no second session. */
    private final Map<Hello, Long> welcomed = new HashMap<>();

    private boolean closing;

    ServerSessions(UdpServer server, Seal seal) {
        this.server = server;
        this.line = new UdpChannel(
                this, seal, Seal.Direction.TO_CLIENT, server.options().datagramBytes(), server.counters());
        this.mailbox = new Mailbox(server.loop(), 1 << 30, line::flushNow);
        this.ticker = new Ticker(server.loop(), server.host(), this::tick);
    }

    UdpChannel line() {
        return line;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    private boolean tick() {
        long now = System.nanoTime();
        boolean busy = false;
        for (ServerSession session : bySession.values()) {
            busy |= session.items().tick(now);
        }
        line.flushNow();
        return busy;
    }

    boolean knows(ServerSession session) {
        return bySession.get(session.peer().session()) == session;
    }

    @Override
    public @Nullable Peer peer(long session, InetSocketAddress sender) {
        ServerSession known = bySession.get(session);
        return known != null && known.peer().isAt(sender) ? known.peer() : null;
    }

    @Override
    public void message(Peer from, int type, long number, ByteBuf in) {
        ServerSession session = bySession.get(from.session());
        if (session == null) {
            return;
        }
        if (type == Types.BYE) {
            forget(session);
        } else {
            session.message(type, number, in);
        }
    }

    @Override
    public void peer(long session, InetSocketAddress from, int type, long number, ByteBuf in, int datagramBytes) {
        if (session == Datagrams.NO_SESSION && type == Types.HELLO) {
            hello(Hello.read(in), from);
        } else if (session == Datagrams.NO_SESSION) {
            throw new BadDatagram(Reason.TYPE);
        } else {
            Message reset = Hellos.reset(number, session);
            if (line.bytes(reset) <= datagramBytes) {
                line.sendToStranger(Datagrams.NO_SESSION, from, reset);
            }
            throw new BadDatagram(Reason.SESSION);
        }
    }

    private void hello(Hello hello, InetSocketAddress from) {
        long now = System.nanoTime();
        if (!hellos.isGood(hello, from, now)) {
            // Also where it has one: it may be from before a restart.
            line.sendToStranger(Datagrams.NO_SESSION, from, hellos.cookie(hello, from, now));
            if (hello.hasCookie()) {
                throw new BadDatagram(Reason.COOKIE);
            }
            return;
        }
        Long known = welcomed.get(hello);
        if (known == null && (closing || bySession.size() >= server.options().maxSessions())) {
            server.counters().turnedAway.increment();
            return;
        }
        long session = known == null ? begin(hello, from) : known;
        line.sendToStranger(Datagrams.NO_SESSION, from, Hellos.welcome(hello, session));
    }

    private long begin(Hello hello, InetSocketAddress from) {
        long session = secureRandom.nextLong();
        while (session == Datagrams.NO_SESSION || bySession.containsKey(session)) {
            session = secureRandom.nextLong();
        }
        UdpOptions options = server.options();
        Peer peer = new Peer(session, from, new Fragments(options.maxMessageBytes(), server.counters()));
        ItemStream items = new ItemStream(line, peer, server.counters(), random, ticker::wake);
        bySession.put(session, new ServerSession(server, line, mailbox, peer, items));
        welcomed.put(hello, session);
        server.counters().sessions.increment();
        return session;
    }

    /** Those whose clients are silent for too long are over, and their leases with them. */
    void sweep() {
        long now = System.nanoTime();
        for (ServerSession session : List.copyOf(bySession.values())) {
            if (session.isSilent(now)) {
                server.counters().leasesEnded.add(session.subscriptions());
                server.counters().sessionsForgotten.increment();
                forget(session);
            }
        }
    }

    private void forget(ServerSession session) {
        long number = session.peer().session();
        session.end();
        bySession.remove(number);
        welcomed.values().removeIf(known -> known == number);
    }

    /** Nobody new is let in. */
    void closing() {
        closing = true;
    }

    /** Tells all that it is over. */
    void close() {
        for (ServerSession session : List.copyOf(bySession.values())) {
            long number = session.peer().session();
            line.sendToStranger(Datagrams.NO_SESSION, session.peer().address(), Hellos.reset(0, number));
            forget(session);
        }
        line.flushNow();
    }
}
