package anywire.social;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who follows whom among a fixed number of users, numbered from 0. Immutable; the same arguments make the same graph on
 * every Java.
 */
public final class FollowGraph {
    private final long[] ids;
    private final int[][] following;
    private final int[][] followers;
    private final Ignored ignored;

    /** Lines of a file that said nothing new. */
    public record Ignored(long selfEdges, long duplicates) {
        static final Ignored NOTHING = new Ignored(0, 0);
    }

    /**
     * @param ids of the users, for their names
     * @param followers for each user, the numbers of those who follow, ascending, without doubles
     */
    FollowGraph(long[] ids, int[][] followers, Ignored ignored) {
        this.ids = ids;
        this.followers = followers;
        this.following = inverse(followers);
        this.ignored = ignored;
    }

    /**
     * A graph whose follower counts have a power-law tail, grown by directed preferential attachment (Price 1976):
     * each new user follows {@code meanFollowers} others, each drawn in proportion to the followers that it has plus a
     * constant, which is chosen so that the tail's exponent is the 2.276 that Kwak et al. (WWW 2010) found on Twitter.
     *
     * @param meanFollowers the first that many users follow as many as there are, so the mean is a little less
     */
    public static FollowGraph powerLaw(int users, int meanFollowers, long seed) {
        return GraphGenerators.powerLaw(users, meanFollowers, seed);
    }

    /** A graph in which everybody has exactly that many followers, and follows as many, drawn by seed. */
    public static FollowGraph regular(int users, int followersEach, long seed) {
        return crowds(users, List.of(followersEach), seed);
    }

    /**
     * A graph in which users have, by turns, as many followers as the list says, drawn by seed: authors whom few, many and
     * very many hear.
     */
    public static FollowGraph crowds(int users, List<Integer> followers, long seed) {
        return GraphGenerators.crowds(users, followers, seed);
    }

    /**
     * Reads an edge list: two ids a line, apart by white space, blank lines and those that begin with {@code #} or
     * {@code %} aside. Each edge counts both ways: the two follow each other. The user with id 7 is called {@code u7}.
     *
     * @throws InvalidGraphException that names file and line, in one line
     */
    public static FollowGraph read(Path file) {
        return EdgeList.read(file);
    }

    public int users() {
        return ids.length;
    }

    /** How many pairs of follower and followed there are. */
    public long relations() {
        long sum = 0;
        for (int[] of : followers) {
            sum += of.length;
        }
        return sum;
    }

    public Username username(int user) {
        return new Username("u" + ids[user]);
    }

    /** The user's number by name: for those who hold the graph and hear of a name. A new map. */
    public Map<Username, Integer> numbers() {
        Map<Username, Integer> numbers = new HashMap<>();
        for (int user = 0; user < ids.length; user++) {
            numbers.put(username(user), user);
        }
        return numbers;
    }

    /** Ascending. */
    public int[] followers(int user) {
        return followers[user].clone();
    }

    /** Ascending. */
    public int[] following(int user) {
        return following[user].clone();
    }

    public int followerCount(int user) {
        return followers[user].length;
    }

    public Ignored ignored() {
        return ignored;
    }

    private static int[][] inverse(int[][] lists) {
        int[] counts = new int[lists.length];
        for (int[] list : lists) {
            for (int other : list) {
                counts[other]++;
            }
        }
        int[][] inverse = new int[lists.length][];
        for (int i = 0; i < lists.length; i++) {
            inverse[i] = new int[counts[i]];
        }
        int[] filled = new int[lists.length];
        for (int i = 0; i < lists.length; i++) {
            for (int other : lists[i]) {
                inverse[other][filled[other]++] = i;
            }
        }
        return inverse;
    }
}
