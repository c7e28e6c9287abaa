package anywire.bench.report;

import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite.Layout;
import anywire.bench.model.TransportFacts;
import anywire.transport.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Only equals compete: what was the same for every transport. */
final class SameForAllSection {
    private SameForAllSection() {}

    static Section of(Run run) {
        List<String> same = new ArrayList<>();
        same.add("Codec: "
                + run.suite().scenarios().stream()
                        .map(Scenario::codec)
                        .distinct()
                        .collect(Collectors.joining(", "))
                + " (the codec is above the transport; the bytes are the same over all).");
        same.add("Security: none. No TLS, no encryption, no authentication of the peer.");
        same.add("Network: " + network(run.suite().networks()));
        same.add("Time left for every call: " + Durations.print(run.suite().deadline()) + ".");
        same.add(inFlight(run.transports()));
        same.add(
                run.suite().layout() == Layout.CROSS
                        ? "Layout: the driver has a core of its own, all else shares the others."
                        : "Layout: all processes share one core.");
        same.add("Follow graph: " + run.graph().source() + ", " + run.graph().users() + " users, "
                + run.graph().follows() + " follows, seed " + run.graph().seed() + ".");
        return Section.titled("What was the same for all").bullets(same).build();
    }

    private static String network(List<Network> networks) {
        if (networks.isEmpty()) {
            return "loopback, no delay added, no loss.";
        }
        String none = " What runs in the driver's own process has no network.";
        return networks.stream().anyMatch(Network::loses)
                ? "loopback, in a network namespace of the run's own; where a scenario says so, packets between any two"
                        + " processes go through a TUN device, which holds each back for half of the round trip and"
                        + " loses the share that stands there, each way: what the kernels' TCP does about it is real,"
                        + " the network is not." + none
                : "loopback; where a scenario says so, a relay in a process of its own, beside the services, holds back"
                        + " what goes between any two processes, each way for half of the round trip. No loss." + none;
    }

    private static String inFlight(List<TransportFacts> transports) {
        List<String> limits = transports.stream()
                .filter(t -> t.options().containsKey("maxInFlight"))
                .map(t -> t.label() + " " + t.options().get("maxInFlight"))
                .toList();
        return limits.isEmpty()
                ? "Most calls in flight on a client: not recorded."
                : "Most calls in flight on a client, beyond which one fails at once: " + String.join(", ", limits)
                        + ".";
    }
}
