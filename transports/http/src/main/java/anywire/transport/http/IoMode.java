package anywire.transport.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** How an event loop waits for sockets: epoll itself where Netty can load its library for it, else the JDK's selectors. */
enum IoMode {
    EPOLL,
    NIO;

    /** TCP_ESTABLISHED in Linux' {@code tcp_states.h}. */
    private static final int ESTABLISHED = 1;

    static IoMode best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    IoHandlerFactory handlers() {
        return this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    Class<? extends ServerChannel> serverChannel() {
        return this == EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    Class<? extends Channel> clientChannel() {
        return this == EPOLL ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /**
     * Whether the other side has hung up, though the loop may not have come to hear of it. One system call; false where
     * there is no telling.
     */
    boolean hasHungUp(Channel channel) {
        try {
            return channel instanceof EpollSocketChannel socket
                    && socket.tcpInfo().state() != ESTABLISHED;
        } catch (ChannelException e) {
            return false;
        }
    }
}
