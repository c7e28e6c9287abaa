package anywire.bench.measure;

import anywire.bench.run.BlockCell;
import anywire.bench.run.Histograms;
import anywire.bench.run.Histograms.Cell;
import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Latency;
import anywire.bench.run.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A block's windows put together, cell by cell. */
public final class BlockCells {
    private BlockCells() {}

    public static List<BlockCell> of(List<Window> windows, Histograms histograms, int block) {
        Map<String, List<Window>> byCell = new LinkedHashMap<>();
        for (Window window : windows) {
            byCell.computeIfAbsent(window.scenario() + "\n" + window.transport(), key -> new ArrayList<>())
                    .add(window);
        }
        List<BlockCell> cells = new ArrayList<>();
        for (List<Window> of : byCell.values()) {
            String scenario = of.get(0).scenario();
            String transport = of.get(0).transport();
            double seconds = of.stream().mapToDouble(Window::seconds).sum();
            double right =
                    of.stream().mapToDouble(w -> w.accounting().answered()).sum();
            cells.add(new BlockCell(
                    scenario,
                    transport,
                    merged(histograms, new Cell(scenario, transport, Clock.INTENDED), block),
                    merged(histograms, new Cell(scenario, transport, Clock.ACTUAL), block),
                    seconds == 0 ? 0 : right / seconds));
        }
        return cells;
    }

    private static Latency merged(Histograms histograms, Cell cell, int block) {
        return histograms.of(cell, block).map(Histograms::latency).orElse(Latency.NONE);
    }
}
