package anywire.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostTest {
    private static final String EARTH = "\ud83c\udf0d";

    @Test
    void has_up_to_141_code_points_and_not_142() {
        assertThat(Post.faultOf("x".repeat(141))).isEmpty();
        assertThat(Post.faultOf(EARTH.repeat(141))).isEmpty();
        assertThat(Post.faultOf("x".repeat(142)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("141", "142"));
        assertThat(Post.faultOf(EARTH.repeat(142))).isPresent();
    }

    @Test
    void is_neither_empty_nor_blank_nor_half_a_character() {
        assertThat(Post.faultOf("")).isPresent();
        assertThat(Post.faultOf(" \t\n\u2003")).isPresent();
        assertThat(Post.faultOf("x\ud83c")).isPresent();
        assertThat(Post.faultOf("\udf0dx")).isPresent();
        assertThat(Post.faultOf(EARTH)).isEqualTo(Optional.empty());
    }

    @Test
    void keeps_its_time_to_the_microsecond() {
        Post post = new Post(1, new Username("ann"), Instant.ofEpochSecond(1, 123_456_789), "x");
        assertThat(post.at()).isEqualTo(Instant.ofEpochSecond(1, 123_456_000));
    }
}
