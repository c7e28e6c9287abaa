package anywire.bench.analysis;

import anywire.bench.run.Accounting;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Tail;
import anywire.bench.run.Generation;
import anywire.bench.run.Cost;
import anywire.bench.run.Counts;
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

/** Each transport's figures in one scenario, over the generations that count. */
final class Cells {
    private final Run run;
    private final Histograms histograms;

    Cells(Run run, Histograms histograms) {
        this.run = run;
        this.histograms = histograms;
    }

    /** Fastest first, those that did not hold last; in the suite's order where the load allows no ranking. */
    List<CellAnalysis> of(Scenario scenario, KeptGenerations kept, boolean ranked) {
        Comparator<CellAnalysis> held =
                Comparator.comparing(c -> !c.didNotHold().isEmpty());
        Comparator<CellAnalysis> order =
                ranked ? held.thenComparing(c -> c.intended().p50Nanos()) : held;
        return run.suite().transports().stream()
                .filter(t -> !kept.windows(t).isEmpty())
                .map(t -> cell(kept, scenario, t, ranked))
                .sorted(order)
                .toList();
    }

    private CellAnalysis cell(KeptGenerations kept, Scenario scenario, String transport, boolean ranked) {
        List<Window> windows = kept.windows(transport);
        Accounting accounting =
                Accounts.sum(windows.stream().map(Window::accounting).toList());
        Cost driver = windows.stream().map(Window::driver).reduce(Cost.NONE, Cost::plus);
        Cost server = windows.stream().map(Window::server).reduce(Cost.NONE, Cost::plus);
        double broker = windows.stream().mapToLong(Window::brokerCpuNanos).sum();
        double calls = Math.max(1, accounting.answered());
        SortedMap<Integer, Counts> byGeneration = counts(kept, transport, Clock.INTENDED);
        Counts intended = Counts.sum(byGeneration.values());
        return new CellAnalysis(
                transport,
                intended.latency(),
                merged(kept, transport, Clock.ACTUAL).latency(),
                merged(kept, transport, Clock.SEND_LAG).latency(),
                tail(kept, transport, byGeneration, intended),
                windows.stream().mapToDouble(Window::perSecond).average().orElse(0),
                driver.cpuNanos() / calls / 1_000,
                server.cpuNanos() / calls / 1_000,
                broker / calls / 1_000,
                (driver.allocatedBytes() + server.allocatedBytes()) / calls,
                didNotHold(windows),
                ranked,
                accounting,
                Floors.ratios(scenario, transport, run.suite().floors(), kept.generations()),
                Curves.of(intended));
    }

    private Counts merged(KeptGenerations kept, String transport, Clock clock) {
        return Counts.sum(counts(kept, transport, clock).values());
    }

    private SortedMap<Integer, Counts> counts(KeptGenerations kept, String transport, Clock clock) {
        SortedMap<Integer, Counts> byGeneration =
                new TreeMap<>(histograms.counts(new Histograms.Cell(kept.scenario(), transport, clock)));
        byGeneration.keySet().retainAll(kept.numbers());
        return byGeneration;
    }

    private Tail tail(KeptGenerations kept, String transport, SortedMap<Integer, Counts> byGeneration, Counts intended) {
        if (intended.total() == 0) {
            return Tail.NONE;
        }
        Map<Integer, List<Window>> windows = kept.generations().stream()
                .collect(Collectors.toMap(
                        Generation::number,
                        b -> b.windows().stream()
                                .filter(w -> w.scenario().equals(kept.scenario())
                                        && w.transport().equals(transport))
                                .toList()));
        long p99Nanos = intended.at(99);
        Tail tail = Tails.p99(p99Nanos, byGeneration, windows, run.suite().seed());
        return Tails.beside(merged(kept, transport, Clock.HICCUP), tail, p99Nanos);
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
