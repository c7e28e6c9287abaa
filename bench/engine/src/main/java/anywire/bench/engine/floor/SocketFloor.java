package anywire.bench.engine.floor;

import anywire.bench.engine.floor.Floor.Listen;
import anywire.bench.engine.floor.Floor.Listening;
import anywire.bench.engine.floor.FloorWindow.RoundTrip;
import anywire.host.Questions;
import anywire.host.Role;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

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

    /** Sends what comes back. */
    public static final class Client extends SocketClient {
        @Override
        RoundTrip roundTrip(Socket connected) throws IOException {
            DataInputStream in = new DataInputStream(connected.getInputStream());
            OutputStream out = connected.getOutputStream();
            byte[] message = new byte[Floor.MESSAGE_BYTES];
            byte[] back = new byte[Floor.MESSAGE_BYTES];
            return () -> {
                message[0]++;
                out.write(message);
                in.readFully(back);
                return Arrays.equals(message, back);
            };
        }
    }
}
