package anywire.transport.tck;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import org.opentest4j.TestAbortedException;

/** What a stranger could send bytes to. */
enum Wire {
    TCP,
    UDP;

    /** Skips the check unless the rig's server listens at a port of this kind, which it then does. */
    InetSocketAddress require(Rig rig) throws IOException {
        if (rig.hasCompanion()) {
            throw new TestAbortedException("strangers meet the companion, not the transport");
        }
        URI address = rig.server().address();
        boolean taken = !canBind(address);
        rig.stop();
        if (!taken || !canBindSoon(address)) {
            throw new TestAbortedException("it listens at no " + this + " port");
        }
        rig.server();
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    /** In a moment: connections of others come and go at the same number. */
    private boolean canBindSoon(URI address) throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            if (canBind(address)) {
                return true;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    private boolean canBind(URI address) throws IOException {
        InetAddress host = InetAddress.getByName(address.getHost());
        try {
            if (this == TCP) {
                new ServerSocket(address.getPort(), 1, host).close();
            } else {
                new DatagramSocket(address.getPort(), host).close();
            }
            return true;
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
