package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Analysis.Tail;
import anywire.bench.model.HistogramCounts;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Latency;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import anywire.bench.samples.SampleRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TailsTest {
    private final SampleRun sample = SampleRun.of("tcp", 50).generations(6).rounds(4);
    private final Run run = sample.run();
    private final SortedMap<Integer, HistogramCounts> counts =
            sample.histograms().counts(new Cell("authenticate", "tcp", Clock.INTENDED));
    private final HistogramCounts merged = HistogramCounts.sum(counts.values());
    private final long p99Nanos = merged.at(99);

    @Test
    void an_interval_holds_the_merged_p99() {
        Tail tail = tail(Set.of());
        assertThat(tail.printable()).isTrue();
        assertThat(tail.exceedances()).isBetween(20, 24);
        assertThat(tail.lowNanos()).isLessThanOrEqualTo(p99Nanos);
        assertThat(tail.highNanos()).isGreaterThanOrEqualTo(p99Nanos);
        assertThat(tail.highNanos()).isLessThan(2 * tail.lowNanos());
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        assertThat(tail(Set.of())).isEqualTo(tail(Set.of()));
    }

    @Test
    void equal_rounds_leave_an_interval_of_one_point_on_the_merged_p99() {
        SortedMap<Integer, HistogramCounts> equal = new TreeMap<>();
        counts.keySet().forEach(round -> equal.put(round, merged));
        Tail tail = Tails.p99(p99Nanos, equal, byRound(Set.of()), 1);
        assertThat(tail.lowNanos()).isEqualTo(p99Nanos);
        assertThat(tail.highNanos()).isEqualTo(p99Nanos);
    }

    @Test
    void a_tail_that_came_in_two_rounds_alone_is_not_printed() {
        Map<Integer, List<Window>> two = new TreeMap<>();
        List<Window> many =
                byRound(Set.of()).values().stream().flatMap(List::stream).toList();
        two.put(1, many.subList(0, 12));
        two.put(2, many.subList(12, 24));
        Tail tail = Tails.p99(p99Nanos, counts, two, 1);
        assertThat(tail.exceedances()).isGreaterThanOrEqualTo(10);
        assertThat(tail.printable()).isFalse();
    }

    @Test
    void many_exceedances_in_one_window_are_one() {
        Tail tail = tail(IntStream.rangeClosed(7, 24).boxed().collect(Collectors.toSet()));
        assertThat(tail.exceedances()).isLessThanOrEqualTo(6);
        assertThat(tail.printable()).isFalse();
        assertThat(run.generations().get(0).windows().get(0).intended())
                .extracting(Latency::count)
                .isEqualTo(600L);
    }

    @Test
    void a_p99_of_which_a_fifth_may_be_the_machine_s_is_marked() {
        Tail tail = tail(Set.of());
        Histogram hiccups = Histograms.empty();
        assertThat(Tails.beside(HistogramCounts.of(hiccups), tail, p99Nanos)).isEqualTo(tail);
        hiccups.recordValueWithCount(p99Nanos / 6, 100);
        assertThat(Tails.beside(HistogramCounts.of(hiccups), tail, p99Nanos).machine())
                .isFalse();
        hiccups.recordValueWithCount(p99Nanos / 4, 2);
        Tail marked = Tails.beside(HistogramCounts.of(hiccups), tail, p99Nanos);
        assertThat(marked.machine()).isTrue();
        assertThat(marked.hiccupNanos()).isBetween(p99Nanos / 5, p99Nanos / 3);
        assertThat(marked.lowNanos()).isEqualTo(tail.lowNanos());
    }

    private Tail tail(Set<Integer> without) {
        return Tails.p99(p99Nanos, counts, byRound(without), 1);
    }

    private Map<Integer, List<Window>> byRound(Set<Integer> without) {
        return run.generations().stream()
                .flatMap(g -> g.windows().stream())
                .filter(w -> !without.contains(w.round()))
                .collect(Collectors.groupingBy(Window::round));
    }
}
