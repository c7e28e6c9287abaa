package anywire.bench.network;

import anywire.host.Questions;
import anywire.host.Role;
import anywire.relay.Conditions;
import anywire.relay.Tally;
import anywire.relay.Tunnel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the packets of a network namespace come late, or not at all. */
public final class TunnelRole implements Role {
    private @Nullable Tunnel tunnel;

    /**
     * @param paths one for each network
     * @param seed of what is lost
     */
    public record Open(List<Path> paths, long seed) {}

    /**
     * Each way.
     *
     * @param delayNanos one way
     * @param loss share of packets, 0 to 1
     */
    public record Path(long delayNanos, double loss) {}

    /** @param hosts where what listens on loopback is to be had, across each network in turn */
    public record Opened(List<String> hosts) {}

    /** @param network its place in the list */
    public record Ask(int network) {}

    /** What became of its packets so far, both ways together. */
    public record Seen(long arrived, long passed, long lost, long overflowed, long lateNanosSum) {}

    @Override
    public void answers(Questions on) {
        on.on(Open.class, this::open);
        on.on(Ask.class, this::seen);
    }

    private Record open(Open wanted) throws IOException {
        List<Conditions> networks = wanted.paths().stream()
                .map(path -> Conditions.NONE
                        .withDelay(Duration.ofNanos(path.delayNanos()))
                        .withLoss(path.loss()))
                .toList();
        Tunnel opened = Tunnel.open(networks, wanted.seed());
        tunnel = opened;
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            hosts.add(opened.address(i).getHostAddress());
        }
        return new Opened(hosts);
    }

    private Record seen(Ask asked) {
        Tunnel open = tunnel;
        if (open == null) {
            throw new IllegalStateException("no tunnel is open");
        }
        Tally tally = open.tally(asked.network());
        return new Seen(tally.arrived(), tally.passed(), tally.lost(), tally.overflowed(), tally.lateNanosSum());
    }

    @Override
    public void close() {
        Tunnel open = tunnel;
        if (open != null) {
            open.close();
        }
    }
}
