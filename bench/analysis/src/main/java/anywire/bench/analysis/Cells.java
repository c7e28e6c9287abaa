package anywire.bench.analysis;

import anywire.bench.model.Accounting;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Tail;
import anywire.bench.model.Cost;
import anywire.bench.model.Generation;
import anywire.bench.model.HistogramCounts;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Each transport's figures in one scenario, over all rounds. */
final class Cells {
    private final Run run;
    private final Histograms histograms;

    Cells(Run run, Histograms histograms) {
        this.run = run;
        this.histograms = histograms;
    }

    /** Fastest first, those without a figure last. */
    List<CellAnalysis> of(Scenario scenario, Rounds rounds, List<Generation> generations) {
        Comparator<CellAnalysis> delivered = Comparator.comparing(c -> !c.delivered());
        return run.suite().transports().stream()
                .filter(rounds::measured)
                .map(row -> cell(rounds, scenario, row, generations))
                .sorted(delivered.thenComparing(c -> c.intended().p50Nanos()))
                .toList();
    }

    private CellAnalysis cell(Rounds rounds, Scenario scenario, String transport, List<Generation> generations) {
        List<Window> windows = rounds.windows(transport);
        Accounting accounting =
                Accounts.sum(windows.stream().map(Window::accounting).toList());
        Cost driver = windows.stream().map(Window::driver).reduce(Cost.NONE, Cost::plus);
        Cost server = windows.stream().map(Window::server).reduce(Cost.NONE, Cost::plus);
        double broker = windows.stream().mapToLong(Window::brokerCpuNanos).sum();
        double calls = Math.max(1, accounting.answered());
        SortedMap<Integer, HistogramCounts> byRound = counts(scenario, transport, Clock.INTENDED);
        HistogramCounts intended = HistogramCounts.sum(byRound.values());
        return new CellAnalysis(
                transport,
                intended.latency(),
                merged(scenario, transport, Clock.ACTUAL).latency(),
                merged(scenario, transport, Clock.SEND_LAG).latency(),
                tail(scenario, windows, transport, byRound, intended),
                windows.stream().mapToDouble(Window::perSecond).average().orElse(0),
                driver.cpuNanos() / calls / 1_000,
                server.cpuNanos() / calls / 1_000,
                broker / calls / 1_000,
                (driver.allocatedBytes() + server.allocatedBytes()) / calls,
                DeliveredLoad.broken(transport, scenario, windows),
                accounting,
                Floors.ratios(scenario, transport, run.suite().floors(), generations),
                Curves.of(intended));
    }

    private HistogramCounts merged(Scenario scenario, String transport, Clock clock) {
        return HistogramCounts.sum(counts(scenario, transport, clock).values());
    }

    private SortedMap<Integer, HistogramCounts> counts(Scenario scenario, String transport, Clock clock) {
        return histograms.counts(new Histograms.Cell(scenario.name(), transport, clock));
    }

    private Tail tail(
            Scenario scenario,
            List<Window> windows,
            String transport,
            SortedMap<Integer, HistogramCounts> byRound,
            HistogramCounts intended) {
        if (intended.total() == 0) {
            return Tail.NONE;
        }
        Map<Integer, List<Window>> each = windows.stream().collect(Collectors.groupingBy(Window::round));
        long p99Nanos = intended.at(99);
        Tail tail = Tails.p99(p99Nanos, byRound, each, run.suite().seed());
        return Tails.beside(merged(scenario, transport, Clock.HICCUP), tail, p99Nanos);
    }
}
