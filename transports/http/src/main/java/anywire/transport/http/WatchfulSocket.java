package anywire.transport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A socket that knows when the other side has hung up: {@link #isInputShutdown()} looks, where the JDK's own only
 * remembers what this side did. OkHttp asks just that of a pooled connection before it uses it again, and takes another
 * if the answer is yes, so that a server's idle time-out or restart costs no call. The look is one non-blocking read:
 * about a microsecond.
 *
 * <p>Blocking in all else, and used by one thread at a time but for {@link #close()}.
 */
final class WatchfulSocket extends Socket {
    private final SocketChannel channel;
    private final Socket adaptor;
    private boolean over;

    WatchfulSocket() throws IOException {
        channel = SocketChannel.open();
        adaptor = channel.socket();
        adaptor.setTcpNoDelay(true);
    }

    /** Also true for a server that spoke without having been asked: that is either a farewell or no HTTP. */
    @Override
    public boolean isInputShutdown() {
        if (!over && channel.isConnected()) {
            over = look();
        }
        return over || adaptor.isInputShutdown();
    }

    private boolean look() {
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        adaptor.connect(address, timeoutMillis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return adaptor.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return adaptor.getOutputStream();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        adaptor.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return adaptor.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        adaptor.setTcpNoDelay(on);
    }

    @Override
    public void shutdownInput() throws IOException {
        adaptor.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        adaptor.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isConnected() {
        return adaptor.isConnected();
    }

    @Override
    public boolean isBound() {
        return adaptor.isBound();
    }

    @Override
    public boolean isOutputShutdown() {
        return adaptor.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return adaptor.getInetAddress();
    }

    @Override
    public int getPort() {
        return adaptor.getPort();
    }

    @Override
    public InetAddress getLocalAddress() {
        return adaptor.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return adaptor.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return adaptor.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return adaptor.getLocalSocketAddress();
    }

    @Override
    public String toString() {
        return adaptor.toString();
    }
}
