package anywire.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowGraphTest {
    @TempDir
    Path folder;

    @Test
    void in_a_regular_graph_everybody_has_as_many_followers_as_asked_and_follows_as_many() {
        FollowGraph graph = FollowGraph.regular(57, 10, 42);
        for (int user = 0; user < 57; user++) {
            assertThat(graph.followers(user))
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .doesNotContain(user);
            assertThat(graph.following(user))
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void crowds_have_as_many_followers_as_asked_by_turns() {
        FollowGraph graph = FollowGraph.crowds(150, List.of(1, 10, 100), 42);
        Map<Integer, Integer> usersByFollowers = new TreeMap<>();
        for (int user = 0; user < 150; user++) {
            usersByFollowers.merge(graph.followerCount(user), 1, Integer::sum);
            assertThat(graph.followers(user)).doesNotHaveDuplicates().isSorted().doesNotContain(user);
        }
        assertThat(usersByFollowers).isEqualTo(Map.of(1, 50, 10, 50, 100, 50));
    }

    @Test
    void the_same_seed_makes_the_same_graph_and_another_seed_another() {
        assertThat(edges(FollowGraph.powerLaw(300, 8, 7))).isEqualTo(edges(FollowGraph.powerLaw(300, 8, 7)));
        assertThat(edges(FollowGraph.powerLaw(300, 8, 7))).isNotEqualTo(edges(FollowGraph.powerLaw(300, 8, 8)));
        assertThat(edges(FollowGraph.regular(300, 8, 7))).isEqualTo(edges(FollowGraph.regular(300, 8, 7)));
        assertThat(edges(FollowGraph.regular(300, 8, 7))).isNotEqualTo(edges(FollowGraph.regular(300, 8, 8)));
    }

    /** So that a seed printed by one version of Java means the same graph on another. */
    @Test
    void a_seed_means_the_same_graph_for_ever() {
        assertThat(edges(FollowGraph.powerLaw(6, 2, 1))).isEqualTo("[][0, 2, 3, 4, 5][][0, 2, 4, 5][][]");
        assertThat(edges(FollowGraph.regular(5, 2, 1))).isEqualTo("[1, 4][0, 2][1, 3][2, 4][0, 3]");
    }

    @Test
    void follower_counts_of_a_power_law_graph_have_the_tail_that_is_promised() {
        int mean = 20;
        FollowGraph graph = FollowGraph.powerLaw(20_000, mean, 1);
        int[] counts = IntStream.range(0, graph.users())
                .map(graph::followerCount)
                .sorted()
                .toArray();
        assertThat(graph.relations()).isBetween(20_000L * mean - 400, 20_000L * mean);
        assertThat(counts[graph.users() / 2]).isLessThan(mean);
        // Hill's estimator over the top 2 %: the exponent of the density, which is 2.276 in the limit.
        int top = graph.users() / 50;
        double threshold = counts[graph.users() - top - 1];
        double sum = Arrays.stream(counts)
                .skip(graph.users() - top)
                .mapToDouble(c -> Math.log(c / threshold))
                .sum();
        assertThat(1 + top / sum).isBetween(2.0, 2.6);
    }

    @Test
    void following_is_the_mirror_of_followers_and_nobody_follows_themselves() {
        FollowGraph graph = FollowGraph.powerLaw(500, 5, 3);
        for (int user = 0; user < graph.users(); user++) {
            assertThat(graph.following(user)).doesNotContain(user).doesNotHaveDuplicates();
            for (int other : graph.following(user)) {
                assertThat(graph.followers(other)).contains(user);
            }
        }
    }

    @Test
    void an_edge_list_counts_both_ways_and_what_says_nothing_new_is_counted() throws IOException {
        FollowGraph graph = FollowGraph.read(file("# a graph\n% so\n\n7 3\n3\t12  \r\n3 7\n12 12\n7 3\n"));
        assertThat(graph.users()).isEqualTo(3);
        assertThat(graph.relations()).isEqualTo(4);
        assertThat(graph.ignored()).isEqualTo(new FollowGraph.Ignored(1, 2));
        assertThat(graph.username(0)).hasToString("u3");
        assertThat(graph.username(2)).hasToString("u12");
        assertThat(graph.followers(0)).containsExactly(1, 2);
        assertThat(graph.following(1)).containsExactly(0);
        assertThat(graph.numbers()).containsEntry(new Username("u7"), 1);
    }

    @Test
    void what_is_wrong_in_an_edge_list_is_said_with_file_and_line() throws IOException {
        assertThatThrownBy(() -> FollowGraph.read(file("1 2\n1 two\n")))
                .isInstanceOf(InvalidGraphException.class)
                .hasMessageEndingWith("graph.edges:2: an id is a whole number from 0 on, not '1 two'");
        assertThatThrownBy(() -> FollowGraph.read(file("1 2 3\n"))).hasMessageContaining("graph.edges:1: two ids");
        assertThatThrownBy(() -> FollowGraph.read(file("-1 2\n"))).hasMessageContaining(":1: an id");
        assertThatThrownBy(() -> FollowGraph.read(file("# nothing\n"))).hasMessageContaining("no edges");
        assertThatThrownBy(() -> FollowGraph.read(folder.resolve("absent")))
                .hasMessage("there is no file " + folder.resolve("absent"));
        assertThatThrownBy(() -> FollowGraph.read(folder)).isInstanceOf(InvalidGraphException.class);
    }

    @Test
    void more_followers_than_others_are_refused() {
        assertThatThrownBy(() -> FollowGraph.regular(10, 10, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FollowGraph.powerLaw(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("graph.edges"), text);
    }

    private static String edges(FollowGraph graph) {
        StringBuilder edges = new StringBuilder();
        for (int user = 0; user < graph.users(); user++) {
            edges.append(Arrays.toString(graph.followers(user)));
        }
        return edges.toString();
    }
}
