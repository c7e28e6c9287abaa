package anywire.bench.results;

import anywire.bench.run.Block;
import anywire.bench.run.BlockCell;
import anywire.bench.run.Histograms;
import anywire.bench.run.Histograms.Cell;
import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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
    private final Map<String, Histograms> held = new LinkedHashMap<>(HELD, 0.75f, true);

    private record Expected(int block, BlockCell cell) {}

    HistogramFiles(Path folder, List<Path> files, Run run) {
        this.folder = folder;
        this.files = List.copyOf(files);
        for (Block block : run.blocks()) {
            for (BlockCell cell : block.cells()) {
                expected.computeIfAbsent(
                                HistogramFile.name(cell.scenario(), cell.transport()), name -> new ArrayList<>())
                        .add(new Expected(block.number(), cell));
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
    public SortedMap<Integer, Histogram> blocks(Cell cell) {
        return file(HistogramFile.name(cell.scenario(), cell.transport())).blocks(cell);
    }

    private Histograms file(String name) {
        synchronized (held) {
            Histograms known = held.get(name);
            if (known != null) {
                return known;
            }
        }
        Histograms read = read(name);
        synchronized (held) {
            held.put(name, read);
            if (held.size() > HELD) {
                held.remove(held.keySet().iterator().next());
            }
        }
        return read;
    }

    private Histograms read(String name) {
        Histograms read = new Histograms();
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            HistogramFile.read(file, read);
        }
        for (Expected one : expected.getOrDefault(name, List.of())) {
            checkWhole(file, one, read);
        }
        return read;
    }

    /** A log cut off between two lines reads well; the counts in {@code run.json} give it away. */
    private static void checkWhole(Path file, Expected one, Histograms histograms) {
        BlockCell cell = one.cell();
        long found = histograms
                .of(new Cell(cell.scenario(), cell.transport(), Clock.INTENDED), one.block())
                .map(Histogram::getTotalCount)
                .orElse(0L);
        if (found != cell.intended().count()) {
            throw new ResultsException(
                    ResultsException.Kind.UNREADABLE,
                    "%s is truncated or not from this run: %d latencies of block %d, where run.json has %d"
                            .formatted(file, found, one.block(), cell.intended().count()));
        }
    }
}
