package anywire.bench.floor;

import anywire.bench.driver.Protocol.Measure;
import anywire.bench.floor.Floor.ConnectTo;
import anywire.bench.floor.Floor.Listen;
import anywire.bench.floor.Floor.Listening;
import anywire.bench.floor.Floor.Ready;
import anywire.host.Questions;
import anywire.host.Role;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A ping-pong over a blocking TCP socket: what a round trip between two processes costs with nothing on top. */
final class SocketFloor {
    private SocketFloor() {}

    /** Echoes on one thread a connection. */
    public static final class Server implements Role {
        @Override
        public void answers(Questions on) {
            on.on(Listen.class, listen -> {
                ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                thread("floor-accept", () -> accept(socket));
                return new Listening(socket.getLocalPort());
            });
        }

        private static void accept(ServerSocket server) {
            try {
                while (true) {
                    Socket socket = server.accept();
                    socket.setTcpNoDelay(true);
                    thread("floor-echo", () -> echo(socket));
                }
            } catch (IOException e) {
                e.printStackTrace();
            }
        }

        private static void echo(Socket socket) {
            byte[] message = new byte[Floor.MESSAGE_BYTES];
            try (socket) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream();
                while (true) {
                    in.readFully(message);
                    out.write(message);
                }
            } catch (IOException e) {
                // The client has left.
            }
        }

        private static void thread(String name, Runnable task) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Asks on the role's own thread. */
    public static final class Client implements Role {
        private @Nullable Socket socket;

        @Override
        public void answers(Questions on) {
            on.on(ConnectTo.class, to -> {
                socket = new Socket(InetAddress.getLoopbackAddress(), to.port());
                socket.setTcpNoDelay(true);
                return new Ready();
            });
            on.on(Measure.class, this::measure);
        }

        private Record measure(Measure measure) throws IOException {
            Socket connected = socket;
            if (connected == null) {
                throw new IllegalStateException("not connected");
            }
            DataInputStream in = new DataInputStream(connected.getInputStream());
            OutputStream out = connected.getOutputStream();
            byte[] message = new byte[Floor.MESSAGE_BYTES];
            byte[] back = new byte[Floor.MESSAGE_BYTES];
            return FloorWindow.run(measure, () -> {
                message[0]++;
                out.write(message);
                in.readFully(back);
                return Arrays.equals(message, back);
            });
        }

        @Override
        public void close() {
            Socket open = socket;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    // Nothing is left to lose.
                }
            }
        }
    }
}
