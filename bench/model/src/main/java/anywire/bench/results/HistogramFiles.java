package anywire.bench.results;

import anywire.bench.model.Generation;
import anywire.bench.model.HistogramCounts;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Run;
import anywire.bench.model.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * The histogram logs of a run's folder. One is read when a cell in it is asked for, held against what {@code run.json} counts,
 * and let go again once some others were. Safe for use by many threads.
 */
final class HistogramFiles implements Histograms.Source {
    /** As many threads as work on cells side by side, and some. */
    private static final int HELD = 8;

    private final Path folder;
    private final List<Path> files;
    private final Map<String, List<Expected>> expected = new HashMap<>();
    private final Held<Histograms> whole = new Held<>();
    private final Held<Map<Cell, SortedMap<Integer, HistogramCounts>>> counted = new Held<>();

    private record Expected(Window window) {
        Cell intended() {
            return new Cell(window.scenario(), window.transport(), Clock.INTENDED);
        }

        int round() {
            return window.round();
        }
    }

    HistogramFiles(Path folder, List<Path> files, Run run) {
        this.folder = folder;
        this.files = List.copyOf(files);
        for (Generation generation : run.generations()) {
            for (Window window : generation.windows()) {
                expected.computeIfAbsent(
                                HistogramFile.name(window.scenario(), window.transport()), name -> new ArrayList<>())
                        .add(new Expected(window));
            }
        }
    }

    @Override
    public Set<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Path file : files) {
            cells.addAll(file(String.valueOf(file.getFileName())).cells());
        }
        return cells;
    }

    @Override
    public SortedMap<Integer, Histogram> rounds(Cell cell) {
        return file(HistogramFile.name(cell.scenario(), cell.transport())).rounds(cell);
    }

    private Histograms file(String name) {
        return whole.get(name, () -> {
            Histograms read = new Histograms();
            read(name, (cell, round, encoded) -> read.add(cell, round, EncodedHistogram.whole(encoded)));
            checkWhole(
                    name,
                    one -> read.of(one.intended(), one.round())
                            .map(Histogram::getTotalCount)
                            .orElse(0L));
            return read;
        });
    }

    @Override
    public SortedMap<Integer, HistogramCounts> counts(Cell cell) {
        String name = HistogramFile.name(cell.scenario(), cell.transport());
        return counted.get(name, () -> counted(name)).getOrDefault(cell, Collections.emptySortedMap());
    }

    private Map<Cell, SortedMap<Integer, HistogramCounts>> counted(String name) {
        Map<Cell, SortedMap<Integer, HistogramCounts>> read = new HashMap<>();
        read(name, (cell, round, encoded) -> {
            HistogramCounts counts = EncodedHistogram.counts(encoded);
            read.computeIfAbsent(cell, c -> new TreeMap<>())
                    .merge(round, counts, (a, b) -> HistogramCounts.sum(List.of(a, b)));
        });
        checkWhole(name, one -> {
            SortedMap<Integer, HistogramCounts> rounds =
                    read.getOrDefault(one.intended(), Collections.emptySortedMap());
            return rounds.getOrDefault(one.round(), HistogramCounts.NONE).total();
        });
        return read;
    }

    private void read(String name, HistogramFile.Line each) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            HistogramFile.read(file, each);
        }
    }

    /** A log cut off between two lines reads well; the counts in {@code run.json} give it away. */
    private void checkWhole(String name, ToLongFunction<Expected> found) {
        for (Expected one : expected.getOrDefault(name, List.of())) {
            long there = found.applyAsLong(one);
            if (there != one.window().intended().count()) {
                throw new ResultsException(
                        ResultsException.Kind.UNREADABLE,
                        "%s is truncated or not from this run: %d latencies of round %d, where run.json has %d"
                                .formatted(
                                        folder.resolve(name),
                                        there,
                                        one.round(),
                                        one.window().intended().count()));
            }
        }
    }

    /** What was read last, by the file's name. */
    private static final class Held<T> {
        private final Map<String, T> held = new LinkedHashMap<>(HELD, 0.75f, true);

        T get(String name, Supplier<T> reads) {
            synchronized (held) {
                T known = held.get(name);
                if (known != null) {
                    return known;
                }
            }
            T read = reads.get();
            synchronized (held) {
                held.put(name, read);
                if (held.size() > HELD) {
                    held.remove(held.keySet().iterator().next());
                }
            }
            return read;
        }
    }
}
