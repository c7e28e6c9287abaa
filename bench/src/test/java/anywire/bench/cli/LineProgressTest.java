package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final LineProgress progress = new LineProgress(lines::add, nanos::get);

    @Test
    void says_how_far_it_is_and_how_long_it_takes_yet() {
        progress.at(0, "block 1 of 5: starting");
        nanos.set(30_000_000_000L);
        progress.at(0.25, "block 2 of 5: warming tcp");

        assertThat(lines)
                .containsExactly(
                        "0 %: block 1 of 5: starting", "25 %, about 1 min 30 s left: block 2 of 5: warming tcp");
    }

    @Test
    void keeps_quiet_between_lines_but_never_holds_a_warning_back() {
        progress.at(0, "a");
        progress.at(0.1, "b");
        progress.warn("idle cores halt");

        assertThat(lines).containsExactly("0 %: a", "warning: idle cores halt");
    }
}
