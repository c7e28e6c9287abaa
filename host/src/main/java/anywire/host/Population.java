package anywire.host;

import anywire.service.Seeding;
import anywire.social.FollowGraph;
import anywire.social.Token;
import anywire.social.Username;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The people of a run: who they are, who follows whom, and their tokens. Made from a {@link HostingSpec} alone, so that
 * every process knows the same ones.
 */
public record Population(FollowGraph graph, String source, long seed) {

    /** @throws anywire.social.InvalidGraphException if the file is no edge list */
    public static Population of(HostingSpec spec) {
        if (!spec.graphFile().isEmpty()) {
            Path file = Path.of(spec.graphFile());
            return new Population(FollowGraph.read(file), String.valueOf(file.getFileName()), spec.seed());
        }
        return new Population(
                FollowGraph.crowds(spec.users(), spec.followers(), spec.seed()),
                "generated: " + spec.users() + " users with " + counts(spec.followers()),
                spec.seed());
    }

    private static String counts(List<Integer> followers) {
        return followers.size() == 1
                ? followers.get(0) + " followers each"
                : followers.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " followers by turns";
    }

    public Username user(int number) {
        return graph.username(number);
    }

    public Token token(int number) {
        return Seeding.token(seed, graph.username(number));
    }
}
