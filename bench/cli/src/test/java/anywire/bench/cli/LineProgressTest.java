package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final LineProgress progress =
            new LineProgress(lines::add, new Pace(Duration.ofSeconds(100), 4, nanos::get));

    @Test
    void goes_by_the_estimate_until_a_whole_generation_tells_the_pace() {
        progress.at(0, "generation 1 of 4: starting");
        seconds(20);
        progress.at(0.05, "generation 1 of 4: socket");
        seconds(50);
        progress.at(0.25, "generation 2 of 4: starting");

        assertThat(lines)
                .containsExactly(
                        "0 %, about 1 min 40 s left: generation 1 of 4: starting",
                        "20 %, about 1 min 20 s left: generation 1 of 4: socket",
                        "25 %, about 2 min 30 s left: generation 2 of 4: starting");
    }

    @Test
    void never_says_that_it_is_done_before_it_is() {
        seconds(500);
        progress.at(0.2, "generation 1 of 4: socket");

        assertThat(lines).containsExactly("99 %, about 0 s left: generation 1 of 4: socket");
    }

    @Test
    void keeps_quiet_between_lines_but_never_holds_a_warning_back() {
        progress.at(0, "a");
        progress.at(0.1, "b");
        progress.warn("idle cores halt");

        assertThat(lines).containsExactly("0 %, about 1 min 40 s left: a", "warning: idle cores halt");
    }

    private void seconds(long seconds) {
        nanos.set(seconds * 1_000_000_000L);
    }
}
