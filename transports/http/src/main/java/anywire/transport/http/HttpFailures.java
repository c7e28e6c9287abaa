package anywire.transport.http;

import anywire.transport.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;

/** What went wrong with a connection, in the interface's words. */
final class HttpFailures {
    private HttpFailures() {}

    /** Whether a request may have reached the wire, where nothing but the exception can tell. */
    static boolean afterConnecting(IOException e) {
        return !(e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || e instanceof UnknownHostException);
    }

    /** @param handedOver whether any of the request may have reached the wire */
    static TransportException of(IOException e, boolean handedOver) {
        if (!handedOver) {
            return new TransportException.Unreachable("cannot connect: " + e.getMessage(), e);
        }
        return e instanceof ProtocolException
                ? new TransportException.Broken("what came back is not HTTP: " + e.getMessage(), true, e)
                : new TransportException.Disconnected("the connection was lost: " + e.getMessage(), true, e);
    }
}
