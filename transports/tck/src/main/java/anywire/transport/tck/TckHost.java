package anywire.transport.tck;

import anywire.transport.Dispatch;
import anywire.transport.Host;
import anywire.transport.kit.LocalHost;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** The host of a rig: a real one, whose executor can be declared full. */
final class TckHost implements Host, AutoCloseable {
    /** Operations that block at once: as many as some checks hold, and few enough for others to use up. */
    static final int BLOCKING_THREADS = 4;

    private final LocalHost real;
    private volatile boolean full;

    TckHost(Map<String, String> secrets) {
        this.real = new LocalHost("tck", BLOCKING_THREADS, secrets);
    }

    void full(boolean now) {
        full = now;
    }

    int lentThreadsAlive() {
        return real.lentThreadsAlive();
    }

    @Override
    public Dispatch dispatch() {
        Dispatch dispatch = real.dispatch();
        return (operation, task) -> {
            if (full) {
                throw new RejectedExecutionException("declared full");
            }
            dispatch.execute(operation, task);
        };
    }

    @Override
    public ScheduledExecutorService timer() {
        return real.timer();
    }

    @Override
    public ThreadFactory threads(String purpose) {
        return real.threads(purpose);
    }

    @Override
    public Optional<String> secret(String name) {
        return real.secret(name);
    }

    @Override
    public void close() {
        real.close();
    }
}
