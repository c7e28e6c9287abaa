package anywire.transport.udp;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The other side in one session. On the event loop. */
final class Peer {
    private final long session;
    private final @Nullable InetSocketAddress address;
    private final ReplayWindow window = new ReplayWindow();
    private final Fragments fragments;
    private long sequence;

    /** @param address null where the socket is connected, and knows it */
    Peer(long session, @Nullable InetSocketAddress address, Fragments fragments) {
        this.session = session;
        this.address = address;
        this.fragments = fragments;
    }

    long session() {
        return session;
    }

    @Nullable
    InetSocketAddress address() {
        return address;
    }

    /** Whoever sends from elsewhere is somebody else. */
    boolean isAt(InetSocketAddress sender) {
        return address == null || address.equals(sender);
    }

    Fragments fragments() {
        return fragments;
    }

    long nextSequence() {
        return ++sequence;
    }

    /** @return false if it was heard before */
    boolean hears(long heard) {
        return window.hear(heard);
    }
}
