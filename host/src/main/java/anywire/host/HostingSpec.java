package anywire.host;

import java.util.List;

/**
 * What a process is to serve.
 *
 * @param scheme of the transport
 * @param endpoint its URI, port 0 for one of the transport's choice
 * @param services their names
 * @param peers services that run elsewhere and that these need
 * @param codec in which peers are asked: {@code binary} or {@code json}
 * @param users how many there are in a generated graph
 * @param followers of users in a generated graph, by turns
 * @param graphFile an edge list instead, or empty
 * @param postsEach posts that storage holds of each user from the start
 * @param store the {@link anywire.store.PostStores} that storage keeps posts in, or empty for memory
 * @param storeFolder where, an existing folder; empty for memory
 * @param plantedMicros how long services spin before each call that they answer; 0 for not at all
 * @param burntMicros of CPU that are used up beside each call, in nobody's way; 0 for none
 * @param gated whether callers can be made to wait
 * @param seed of the generated graph and of the users' tokens: equal specs give equal worlds, in every process
 */
public record HostingSpec(
        String scheme,
        String endpoint,
        List<String> services,
        List<Peer> peers,
        String codec,
        int users,
        List<Integer> followers,
        String graphFile,
        long seed,
        int postsEach,
        String store,
        String storeFolder,
        int plantedMicros,
        int burntMicros,
        boolean gated) {

    /** @param endpoint where it is reachable, options included */
    public record Peer(String service, String scheme, String endpoint) {}
}
