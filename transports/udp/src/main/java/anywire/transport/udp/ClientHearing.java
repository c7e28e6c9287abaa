package anywire.transport.udp;

import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** What a client makes of what arrives. On the event loop. */
final class ClientHearing implements UdpChannel.End {
    private final UdpClientLink link;
    private final UdpExchanges exchanges;
    private final RoundTrip roundTrip;
    private final UdpCounters counters;

    ClientHearing(UdpClientLink link, UdpExchanges exchanges, RoundTrip roundTrip, UdpCounters counters) {
        this.link = link;
        this.exchanges = exchanges;
        this.roundTrip = roundTrip;
        this.counters = counters;
    }

    @Override
    public @Nullable Peer peer(long claimed, InetSocketAddress sender) {
        Peer known = link.peer();
        return known != null && known.session() == claimed ? known : null;
    }

    @Override
    public void heard(Peer from, int type, long number) {
        long unused = link.heard();
        if (type == Types.REPLY) {
            Exchange exchange = exchanges.find(number);
            if (exchange != null) {
                exchange.taken();
            }
        }
    }

    @Override
    public void message(Peer from, int type, long number, ByteBuf in) {
        switch (type) {
            case Types.REPLY -> reply(number, in);
            case Types.ACK -> answered(number, UdpClientLink.NOTHING);
            case Types.LIVE -> link.subscriptions().live(number, answeredExchange(number));
            case Types.WORKING -> {
                Exchange exchange = exchanges.find(number);
                if (exchange != null) {
                    exchange.working(System.nanoTime());
                }
            }
            case Types.PUSH -> link.subscriptions().push(number, in);
            case Types.ALIVE -> {}
            default -> throw new BadDatagram(Reason.TYPE);
        }
    }

    private void reply(long number, ByteBuf in) {
        Reply reply;
        try {
            reply = UdpReply.read(in).reply();
        } catch (TransportException fault) {
            link.subscriptions().notLive(number);
            Exchange exchange = answeredExchange(number);
            late(exchange == null || !exchange.pending().completeExceptionally(fault));
            return;
        } catch (IllegalArgumentException unknownStatus) {
            throw new BadDatagram(Reason.FIELDS);
        }
        answered(number, reply);
    }

    private void answered(long number, Reply reply) {
        if (reply instanceof Reply.Refused) {
            link.subscriptions().notLive(number);
        }
        Exchange exchange = answeredExchange(number);
        late(exchange == null || !exchange.pending().complete(reply));
    }

    private @Nullable Exchange answeredExchange(long number) {
        Exchange exchange = exchanges.over(number);
        if (exchange != null && exchange.sentTimes() == 1) {
            roundTrip.measured(System.nanoTime() - exchange.sentNanos());
        }
        return exchange;
    }

    private void late(boolean isLate) {
        if (isLate) {
            counters.lateReplies.increment();
        }
    }

    @Override
    public void peer(long claimed, InetSocketAddress from, int type, long number, ByteBuf in, int datagramBytes) {
        if (claimed != Datagrams.NO_SESSION) {
            throw new BadDatagram(Reason.SESSION);
        }
        if (type == Types.RESET) {
            reset(number, in);
        } else {
            link.session().answered(type, in);
        }
    }

    /** The one that it was said of has not run, if it was sent but once: it may begin again in another session. */
    private void reset(long number, ByteBuf in) {
        Peer known = link.peer();
        if (in.readableBytes() != Long.BYTES) {
            throw new BadDatagram(Reason.FIELDS);
        }
        if (known == null || in.readLong() != known.session()) {
            throw new BadDatagram(Reason.SESSION);
        }
        link.didNotRun(number);
        link.down("the server does not know the session any more");
    }

    @Override
    public void readComplete() {
        link.subscriptions().acknowledge();
    }

    @Override
    public void refused() {
        if (link.peer() != null) {
            link.down("nobody listens there any more");
        } else {
            link.session().refused("nobody listens there");
        }
    }
}
