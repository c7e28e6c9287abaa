package anywire.bench.analysis;

import anywire.bench.run.Accounting;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Tail;
import anywire.bench.run.Cost;
import anywire.bench.run.Counts;
import anywire.bench.run.Generation;
import anywire.bench.run.Histograms;
import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
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
        SortedMap<Integer, Counts> byRound = counts(scenario, transport, Clock.INTENDED);
        Counts intended = Counts.sum(byRound.values());
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
                Delivery.broken(transport, scenario, windows),
                accounting,
                Floors.ratios(scenario, transport, run.suite().floors(), generations),
                Curves.of(intended));
    }

    private Counts merged(Scenario scenario, String transport, Clock clock) {
        return Counts.sum(counts(scenario, transport, clock).values());
    }

    private SortedMap<Integer, Counts> counts(Scenario scenario, String transport, Clock clock) {
        return histograms.counts(new Histograms.Cell(scenario.name(), transport, clock));
    }

    private Tail tail(
            Scenario scenario,
            List<Window> windows,
            String transport,
            SortedMap<Integer, Counts> byRound,
            Counts intended) {
        if (intended.total() == 0) {
            return Tail.NONE;
        }
        Map<Integer, List<Window>> each = windows.stream().collect(Collectors.groupingBy(Window::round));
        long p99Nanos = intended.at(99);
        Tail tail = Tails.p99(p99Nanos, byRound, each, run.suite().seed());
        return Tails.beside(merged(scenario, transport, Clock.HICCUP), tail, p99Nanos);
    }
}
