package anywire.host;

import anywire.transport.kit.LocalHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process that serves. */
public final class ServiceRole implements Role {
    private @Nullable LocalHost host;
    private @Nullable Hosting hosting;
    private final List<Hosting> apart = new ArrayList<>();

    /** @param secrets by name, as {@link anywire.transport.Transport#secrets} lists them */
    public record Serve(HostingSpec spec, Map<String, String> secrets) {}

    /** Asks for another set of the same services, which know nothing of the first: {@link Serving}. */
    public record ServeApart(HostingSpec spec) {}

    /** @param endpoint where clients connect, options included: for another process, not for printing */
    public record Serving(String endpoint, Map<String, String> facts) {}

    /** Asks what the process has spent so far: {@link Spent}. */
    public record Spend() {}

    /** Asks for the heap to be collected: {@link Collected}. */
    public record Collect() {
        /** Blocks until it is: all of the heap, so that what lives on has moved to where it stays. */
        public Collected now() {
            System.gc();
            return new Collected();
        }
    }

    /** It is. */
    public record Collected() {}

    /** Asks what planted differences really took so far: {@link InjectedDelay.Total}. */
    public record PlantedSoFar() {}

    /** Asks for callers to wait, or no longer: {@link Gated}. */
    public record SetGate(boolean open) {}

    /** They do. */
    public record Gated() {}

    /** Asks what was seen of a window: {@link CallTally}. @param sent by operation, in the order of the driver's list */
    public record Count(long window, List<Long> sent) {}

    @Override
    public void answers(Questions on) {
        on.on(Serve.class, this::serve);
        on.on(ServeApart.class, this::serveApart);
        on.on(Spend.class, spend -> Spent.now());
        on.on(Collect.class, Collect::now);
        on.on(PlantedSoFar.class, soFar -> served().planted());
        on.on(SetGate.class, gate -> {
            served().gate(gate.open());
            return new Gated();
        });
        on.on(Count.class, count -> served().tally(count.window(), count.sent()));
    }

    private Record serve(Serve serve) {
        LocalHost lent = new LocalHost(serve.secrets());
        host = lent;
        Hosting now = new Hosting(serve.spec(), Population.of(serve.spec()), lent);
        hosting = now;
        return new Serving(now.reachable().toUri(), now.server().facts());
    }

    private Record serveApart(ServeApart serve) {
        LocalHost lent = host;
        if (lent == null) {
            throw new IllegalStateException("nothing is served here yet");
        }
        Hosting more = served().apart(serve.spec(), Population.of(serve.spec()), lent);
        apart.add(more);
        return new Serving(more.reachable().toUri(), more.server().facts());
    }

    private Hosting served() {
        Hosting now = hosting;
        if (now == null) {
            throw new IllegalStateException("nothing is served here yet");
        }
        return now;
    }

    @Override
    public void close() {
        apart.forEach(Hosting::close);
        Hosting now = hosting;
        if (now != null) {
            now.close();
        }
        LocalHost lent = host;
        if (lent != null) {
            lent.close();
        }
    }
}
