package anywire.bench.analysis;

import anywire.bench.model.Generation;
import anywire.bench.model.Latency;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** One scenario's windows by generation, row and round; what ratios are made of. */
final class Rounds {
    /** By generation number, by row, by round. */
    private final TreeMap<Integer, Map<String, TreeMap<Integer, Window>>> windows = new TreeMap<>();

    private final Set<Integer> disturbed;

    private Rounds(Set<Integer> disturbed) {
        this.disturbed = disturbed;
    }

    /** @param generations with this scenario's windows alone */
    static Rounds of(List<Generation> generations, Set<Integer> disturbed) {
        Rounds rounds = new Rounds(disturbed);
        for (Generation generation : generations) {
            for (Window window : generation.windows()) {
                rounds.windows
                        .computeIfAbsent(generation.number(), g -> new HashMap<>())
                        .computeIfAbsent(window.transport(), row -> new TreeMap<>())
                        .put(window.round(), window);
            }
        }
        return rounds;
    }

    /** All of a row, in their order. */
    List<Window> windows(String row) {
        return windows.values().stream()
                .flatMap(rows -> rows.getOrDefault(row, new TreeMap<>()).values().stream())
                .toList();
    }

    boolean measured(String row) {
        return !windows(row).isEmpty();
    }

    /** Rounds that have a window of both, and those of them in which both have an answer. */
    List<Both> both(String row, String reference) {
        List<Both> all = new ArrayList<>();
        windows.forEach((generation, rows) -> {
            Map<Integer, Window> others = rows.getOrDefault(reference, new TreeMap<>());
            rows.getOrDefault(row, new TreeMap<>()).forEach((round, own) -> {
                Window other = others.get(round);
                if (other != null) {
                    all.add(new Both(generation, round, own, other, disturbed.contains(round)));
                }
            });
        });
        return all;
    }

    record Both(int generation, int round, Window own, Window other, boolean disturbed) {
        Optional<LogRatio> ratio(ToDoubleBiFunction<Window, Window> log) {
            double value = log.applyAsDouble(own, other);
            return Double.isFinite(value)
                    ? Optional.of(new LogRatio(generation, round, value, disturbed))
                    : Optional.empty();
        }
    }

    /** @param log natural */
    record LogRatio(int generation, int round, double log, boolean disturbed) {}

    /** Of a percentile, each round's. Rounds in which one of the two has no answer are left out. */
    List<LogRatio> logs(String row, String reference, int percentile) {
        return logs(
                row,
                reference,
                (own, other) ->
                        Math.log((double) nanos(own.intended(), percentile) / nanos(other.intended(), percentile)));
    }

    List<LogRatio> logs(String row, String reference, ToDoubleBiFunction<Window, Window> log) {
        return both(row, reference).stream()
                .flatMap(both -> both.ratio(log).stream())
                .toList();
    }

    /** Of a row alone, each round's log percentile. */
    List<LogRatio> alone(String row, int percentile) {
        return both(row, row).stream()
                .flatMap(both ->
                        both.ratio((own, other) -> Math.log((double) nanos(own.intended(), percentile))).stream())
                .toList();
    }

    /** 0 of no answer, whose log is not finite. */
    private static long nanos(Latency latency, int percentile) {
        return latency.count() == 0 ? 0 : percentile == 50 ? latency.p50Nanos() : latency.p90Nanos();
    }

    /** Logs by generation, in order. */
    static List<List<Double>> byGeneration(List<LogRatio> logs) {
        TreeMap<Integer, List<Double>> by = new TreeMap<>();
        logs.forEach(
                l -> by.computeIfAbsent(l.generation(), g -> new ArrayList<>()).add(l.log()));
        return List.copyOf(by.values());
    }

    static int lastRound(Run run) {
        return run.generations().stream()
                .flatMap(g -> g.windows().stream())
                .mapToInt(Window::round)
                .max()
                .orElse(0);
    }
}
