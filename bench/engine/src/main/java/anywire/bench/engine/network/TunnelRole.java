package anywire.bench.engine.network;

import anywire.bench.model.Crossed;
import anywire.bench.model.Crossed.OverOne;
import anywire.host.Questions;
import anywire.host.Role;
import anywire.host.Spent;
import anywire.network.Conditions;
import anywire.network.Tunnel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the packets of a network namespace come late, or not at all. */
public final class TunnelRole implements Role {
    private @Nullable Tunnel tunnel;
    private List<String> names = List.of();

    /**
     * @param paths one for each network
     * @param seed of what is lost
     */
    public record Open(List<Path> paths, long seed) {}

    /**
     * Each way.
     *
     * @param network its name
     * @param delayNanos one way
     * @param loss share of packets, 0 to 1
     */
    public record Path(String network, long delayNanos, double loss) {}

    /** @param hosts where what listens on loopback is to be had, across each network in turn */
    public record Opened(List<String> hosts) {}

    @Override
    public void answers(Questions on) {
        on.on(Open.class, this::open);
        on.on(Crossing.class, asked -> crossed());
    }

    private Record open(Open wanted) throws IOException {
        List<Conditions> networks = wanted.paths().stream()
                .map(path -> Conditions.NONE
                        .withDelay(Duration.ofNanos(path.delayNanos()))
                        .withLoss(path.loss()))
                .toList();
        Tunnel opened = Tunnel.open(networks, wanted.seed());
        tunnel = opened;
        names = wanted.paths().stream().map(Path::network).toList();
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            hosts.add(opened.address(i).getHostAddress());
        }
        return new Opened(hosts);
    }

    private Crossed crossed() {
        Tunnel open = tunnel;
        if (open == null) {
            throw new IllegalStateException("no tunnel is open");
        }
        List<OverOne> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(Crossing.of(names.get(i), open.tally(i)));
        }
        return new Crossed(all, Spent.now().cpuNanos());
    }

    @Override
    public void close() {
        Tunnel open = tunnel;
        if (open != null) {
            open.close();
        }
    }
}
