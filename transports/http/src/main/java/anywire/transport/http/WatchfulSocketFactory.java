package anywire.transport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets without Nagle's algorithm. OkHttp uses {@link #createSocket()} alone. */
final class WatchfulSocketFactory extends SocketFactory {
    private final boolean shared;

    /**
     * @param shared whether many calls use a connection at once: OkHttp then has a thread read it all the time, notices by
     *     itself when the other side hangs up, and nobody else may look
     */
    WatchfulSocketFactory(boolean shared) {
        this.shared = shared;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = shared ? new Socket() : new WatchfulSocket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("the local address is the system's choice");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("the local address is the system's choice");
    }
}
