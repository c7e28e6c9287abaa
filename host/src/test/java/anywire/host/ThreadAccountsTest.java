package anywire.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadAccountsTest {
    private final ThreadAccounts accounts = new ThreadAccounts();

    @Test
    void what_an_ended_thread_had_used_stays_in_the_sum() {
        assertThat(accounts.sum(Map.of(1L, 10L, 2L, 5L))).isEqualTo(15);
        assertThat(accounts.sum(Map.of(1L, 12L))).isEqualTo(17);
        assertThat(accounts.sum(Map.of(1L, 13L))).isEqualTo(18);
    }

    @Test
    void a_number_used_again_by_another_thread_counts_anew() {
        assertThat(accounts.sum(Map.of(1L, 10L))).isEqualTo(10);
        assertThat(accounts.sum(Map.of(1L, 3L))).isEqualTo(13);
    }
}
