package anywire.store;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.social.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryFollowsTest {
    private final MemoryFollows follows = new MemoryFollows();
    private final List<Username> users = IntStream.range(0, 12)
            .mapToObj(i -> new Username("u" + (char) ('a' + i)))
            .toList();

    @Test
    void both_directions_are_in_order_of_name() {
        follows.add(users.get(0), users.get(2));
        follows.add(users.get(0), users.get(1));
        follows.add(users.get(3), users.get(1));
        assertThat(follows.following(users.get(0))).containsExactly(users.get(1), users.get(2));
        assertThat(follows.followers(users.get(1))).containsExactly(users.get(0), users.get(3));
        follows.remove(users.get(0), users.get(1));
        assertThat(follows.followers(users.get(1))).containsExactly(users.get(3));
        assertThat(follows.followingCount(users.get(0))).isEqualTo(1);
    }

    @Test
    void both_directions_agree_after_many_threads_followed_and_unfollowed_the_same_people() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        Username follower = users.get(random.nextInt(users.size()));
                        Username followed = users.get(random.nextInt(users.size()));
                        if (random.nextBoolean()) {
                            follows.add(follower, followed);
                        } else {
                            follows.remove(follower, followed);
                        }
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Username one : users) {
            for (Username other : users) {
                assertThat(follows.following(one).contains(other))
                        .isEqualTo(follows.followers(other).contains(one));
            }
        }
    }
}
