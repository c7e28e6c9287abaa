package anywire.host;

import java.util.List;

/**
 * What a process is to serve.
 *
 * @param scheme of the transport
 * @param endpoint its URI, port 0 for one of the transport's choice
 * @param services their names
 * @param users how many there are in a generated graph
 * @param followers of each user in a generated graph
 * @param graphFile an edge list instead, or empty
 * @param postsEach posts that storage holds of each user from the start
 * @param plantedMicros how long services spin before each call that they answer; 0 for not at all
 * @param seed of the generated graph and of the users' tokens: equal specs give equal worlds, in every process
 */
public record HostingSpec(
        String scheme,
        String endpoint,
        List<String> services,
        int users,
        int followers,
        String graphFile,
        long seed,
        int postsEach,
        int plantedMicros) {}
