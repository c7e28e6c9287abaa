package anywire.bench.engine.floor;

import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.floor.Floor.ConnectTo;
import anywire.bench.engine.floor.Floor.Ready;
import anywire.bench.engine.floor.FloorWindow.RoundTrip;
import anywire.host.Questions;
import anywire.host.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A floor's client over one blocking socket, which asks on the role's own thread. */
abstract sealed class SocketClient implements Role permits SocketFloor.Client, SocketHttpFloor.Client {
    private @Nullable Socket socket;

    /** For one window. */
    abstract RoundTrip roundTrip(Socket connected) throws IOException;

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
        return FloorWindow.run(measure, roundTrip(connected));
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
