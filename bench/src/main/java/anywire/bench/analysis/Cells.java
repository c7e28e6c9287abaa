package anywire.bench.analysis;

import anywire.bench.run.Accounting;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Tail;
import anywire.bench.run.Block;
import anywire.bench.run.Cost;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Histograms;
import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** Each transport's figures in one scenario, over the blocks that count. */
final class Cells {
    private final Run run;
    private final Histograms histograms;
    private final KeptBlocks kept;

    Cells(Run run, Histograms histograms, KeptBlocks kept) {
        this.run = run;
        this.histograms = histograms;
        this.kept = kept;
    }

    /** Fastest first, those that did not hold last; in the suite's order where the load allows no ranking. */
    List<CellAnalysis> of(Scenario scenario, boolean ranked) {
        Comparator<CellAnalysis> held =
                Comparator.comparing(c -> !c.didNotHold().isEmpty());
        Comparator<CellAnalysis> order =
                ranked ? held.thenComparing(c -> c.intended().p50Nanos()) : held;
        return run.suite().transports().stream()
                .filter(t -> !kept.windows(scenario.name(), t).isEmpty())
                .map(t -> cell(scenario, t, ranked))
                .sorted(order)
                .toList();
    }

    private CellAnalysis cell(Scenario scenario, String transport, boolean ranked) {
        List<Window> windows = kept.windows(scenario.name(), transport);
        Accounting accounting =
                Accounts.sum(windows.stream().map(Window::accounting).toList());
        Cost driver = windows.stream().map(Window::driver).reduce(Cost.NONE, Cost::plus);
        Cost server = windows.stream().map(Window::server).reduce(Cost.NONE, Cost::plus);
        double calls = Math.max(1, accounting.answered());
        Histogram intended = merged(scenario.name(), transport, Clock.INTENDED);
        return new CellAnalysis(
                transport,
                Histograms.latency(intended),
                Histograms.latency(merged(scenario.name(), transport, Clock.ACTUAL)),
                Histograms.latency(merged(scenario.name(), transport, Clock.SEND_LAG)),
                tail(scenario.name(), transport, intended),
                windows.stream().mapToDouble(Window::perSecond).average().orElse(0),
                driver.cpuNanos() / calls / 1_000,
                server.cpuNanos() / calls / 1_000,
                (driver.allocatedBytes() + server.allocatedBytes()) / calls,
                didNotHold(windows),
                ranked,
                accounting,
                Floors.ratios(scenario, transport, run.suite().floors(), kept.blocks()));
    }

    private Histogram merged(String scenario, String transport, Clock clock) {
        Histogram merged = Histograms.empty();
        keptHistograms(scenario, transport, clock).values().forEach(merged::add);
        return merged;
    }

    private SortedMap<Integer, Histogram> keptHistograms(String scenario, String transport, Clock clock) {
        SortedMap<Integer, Histogram> byBlock =
                new TreeMap<>(histograms.blocks(new Histograms.Cell(scenario, transport, clock)));
        byBlock.keySet().retainAll(kept.numbers());
        return byBlock;
    }

    private Tail tail(String scenario, String transport, Histogram intended) {
        if (intended.getTotalCount() == 0) {
            return Tail.NONE;
        }
        Map<Integer, List<Window>> windows = kept.blocks().stream()
                .collect(Collectors.toMap(
                        Block::number,
                        b -> b.windows().stream()
                                .filter(w -> w.scenario().equals(scenario)
                                        && w.transport().equals(transport))
                                .toList()));
        long p99Nanos = intended.getValueAtPercentile(99);
        Tail tail = Tails.p99(
                p99Nanos,
                keptHistograms(scenario, transport, Clock.INTENDED),
                windows,
                run.suite().seed());
        return Tails.beside(merged(scenario, transport, Clock.HICCUP), tail, p99Nanos);
    }

    private static String didNotHold(List<Window> windows) {
        Map<String, List<Flaw>> byCheck = windows.stream()
                .flatMap(w -> w.flaws().stream())
                .filter(f -> f.blame() == Blame.TRANSPORT)
                .collect(Collectors.groupingBy(Flaw::check, TreeMap::new, Collectors.toList()));
        Function<List<Flaw>, String> first = flaws -> flaws.get(0).reason();
        return byCheck.values().stream()
                .map(flaws -> "in " + flaws.size() + " of " + windows.size() + " windows: " + first.apply(flaws))
                .collect(Collectors.joining("; "));
    }
}
