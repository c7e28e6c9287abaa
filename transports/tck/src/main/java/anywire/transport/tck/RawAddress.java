package anywire.transport.tck;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.opentest4j.TestAbortedException;

/** What a hostile peer could send bytes to: a port, or the file of a Unix-domain socket. */
enum RawAddress {
    STREAM,
    DATAGRAMS;

    /** Skips the check unless the rig's server listens at something of this kind, which it then does. */
    SocketAddress require(CheckRig rig) throws IOException {
        if (rig.hasCompanion()) {
            throw new TestAbortedException("hostile peers meet the companion, not the transport");
        }
        URI address = rig.server().address();
        boolean taken = isTaken(address);
        rig.stop();
        if (!taken || !isSoonFree(address)) {
            throw new TestAbortedException("it listens for no " + (this == STREAM ? "streams" : "datagrams"));
        }
        rig.server();
        return address.getPort() > 0
                ? new InetSocketAddress(address.getHost(), address.getPort())
                : UnixDomainSocketAddress.of(address.getPath());
    }

    /** In a moment: connections of others come and go at the same number. */
    private boolean isSoonFree(URI address) throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            if (!isTaken(address)) {
                return true;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    private boolean isTaken(URI address) throws IOException {
        if (address.getPort() < 0) {
            return this == STREAM && Files.exists(Path.of(address.getPath()));
        }
        InetAddress host = InetAddress.getByName(address.getHost());
        try {
            if (this == STREAM) {
                new ServerSocket(address.getPort(), 1, host).close();
            } else {
                new DatagramSocket(address.getPort(), host).close();
            }
            return false;
        } catch (java.net.BindException e) {
            return true;
        }
    }
}
