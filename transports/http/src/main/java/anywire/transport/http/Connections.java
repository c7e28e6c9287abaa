package anywire.transport.http;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections of a server. Safe for use by many threads. */
final class Connections {
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final InProgress tally = new InProgress();
    private final int max;
    private final HttpCounters counts;

    Connections(int max, HttpCounters counts) {
        this.max = max;
        this.counts = counts;
    }

    /** What to do with one more. */
    enum Admission {
        WELCOME,
        /** Say no, and hang up. */
        TOO_MANY,
        /** Hang up: even those that are being told no are too many. */
        FAR_TOO_MANY
    }

    Admission opened(HttpConnection connection) {
        open.add(connection);
        tally.enter();
        int now = tally.count();
        if (now <= max) {
            return Admission.WELCOME;
        }
        counts.tooManyConnections.increment();
        return now <= max * 2L ? Admission.TOO_MANY : Admission.FAR_TOO_MANY;
    }

    void closed(HttpConnection connection) {
        if (open.remove(connection)) {
            tally.exit();
        }
    }

    /** To be called now and then on each loop: ends what has taken too long there. */
    void tick(EventLoop loop) {
        long nowNanos = System.nanoTime();
        for (HttpConnection connection : open) {
            if (connection.isOn(loop)) {
                connection.tick(nowNanos);
            }
        }
    }

    /** Closes those that are idle, the rest once they have answered. */
    void retire() {
        open.forEach(HttpConnection::retire);
    }

    /** Tells whoever still waits that nothing will come, hangs up, and waits until the other side has, too. */
    void cutOff(Duration most) {
        open.forEach(HttpConnection::cutOff);
        tally.close();
        tally.awaitNone(most);
    }
}
