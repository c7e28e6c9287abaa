package anywire.social;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** {@link Random} because its sequence is specified: a seed printed today gives the same graph on tomorrow's Java. */
final class GraphGenerators {
    /** In Price's model the tail's exponent is 2 + a/m, for a constant a and m followed by each. */
    private static final double EXPONENT_BEYOND_2 = 0.276;

    private GraphGenerators() {}

    static FollowGraph powerLaw(int users, int meanFollowers, long seed) {
        check(users, meanFollowers);
        Random random = new Random(seed);
        int[] name = shuffled(users, random);
        int[][] following = new int[users][];
        int[] ends = new int[Math.multiplyExact(users, meanFollowers)];
        int edges = 0;
        double preferential = 1 / (1 + EXPONENT_BEYOND_2);
        for (int user = 0; user < users; user++) {
            Set<Integer> chosen = new HashSet<>();
            int[] mine = new int[Math.min(user, meanFollowers)];
            for (int i = 0; i < mine.length; ) {
                // An end of a random edge is drawn in proportion to followers; any user, in proportion to the constant.
                boolean byFollowers = edges > 0 && random.nextDouble() < preferential;
                int other = byFollowers ? ends[random.nextInt(edges)] : random.nextInt(user);
                if (chosen.add(other)) {
                    mine[i++] = other;
                }
            }
            for (int other : mine) {
                ends[edges++] = other;
            }
            following[user] = mine;
        }
        return named(following, name);
    }

    static FollowGraph crowds(int users, List<Integer> followers, long seed) {
        followers.forEach(count -> check(users, count));
        Random random = new Random(seed);
        int[] name = shuffled(users, random);
        // A circle in random order: everybody is followed from the same random distances back.
        int[] distances = shuffled(users - 1, random);
        int[][] lists = new int[users][];
        for (int user = 0; user < users; user++) {
            int[] mine = new int[followers.get(user % followers.size())];
            for (int i = 0; i < mine.length; i++) {
                mine[i] = name[Math.floorMod(user - distances[i] - 1, users)];
            }
            Arrays.sort(mine);
            lists[name[user]] = mine;
        }
        return new FollowGraph(LongStream.range(0, users).toArray(), lists, FollowGraph.Ignored.NOTHING);
    }

    /** Gives each user the number that the permutation says, so that a low number says nothing about age or place. */
    private static FollowGraph named(int[][] following, int[] name) {
        int users = following.length;
        int[] counts = new int[users];
        for (int[] mine : following) {
            for (int other : mine) {
                counts[name[other]]++;
            }
        }
        int[][] followers = new int[users][];
        Arrays.setAll(followers, i -> new int[counts[i]]);
        for (int user = 0; user < users; user++) {
            for (int other : following[user]) {
                int[] of = followers[name[other]];
                of[--counts[name[other]]] = name[user];
            }
        }
        for (int[] of : followers) {
            Arrays.sort(of);
        }
        return new FollowGraph(LongStream.range(0, users).toArray(), followers, FollowGraph.Ignored.NOTHING);
    }

    private static int[] shuffled(int count, Random random) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        return numbers;
    }

    private static void check(int users, int followers) {
        if (users < 1 || followers < 0 || followers >= users) {
            throw new IllegalArgumentException("a graph has 1 user or more, and fewer followers each than users, not "
                    + users + " users with " + followers + " followers each");
        }
    }
}
