package anywire.network;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Listens in place of a server. Safe for use by many threads. */
public interface Relay extends AutoCloseable {
    /**
     * For streams.
     *
     * @param at where to listen; port 0 chooses one
     * @param server where it all goes
     * @throws IllegalArgumentException if the conditions are for datagrams only
     */
    static Relay tcp(InetSocketAddress at, InetSocketAddress server, Conditions conditions, long seed)
            throws IOException {
        return new TcpRelay(at, server, conditions, seed);
    }

    /**
     * For datagrams.
     *
     * @param seed of what is lost, doubled, held back
     */
    static Relay udp(InetSocketAddress at, InetSocketAddress server, Conditions conditions, long seed)
            throws IOException {
        return new UdpRelay(at, server, conditions, seed);
    }

    /** Where it listens. */
    InetSocketAddress address();

    /** In both directions, from what arrives next. */
    void set(Conditions conditions);

    void set(Flow flow);

    /** What became of all that arrived, so far. */
    RelayTally tally();

    /** Told of each datagram that is lost here, on the relay's thread; of none by default. */
    void onLoss(Loss loss);

    /** What was lost. */
    interface Loss {
        void lost(Direction direction, byte[] datagram);
    }

    /** Which way it was going. */
    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /** Closes what is open; what waits is gone. Idempotent. */
    @Override
    void close();
}
