package anywire.bench.engine.calibrate;

import anywire.bench.model.Histograms;
import anywire.bench.model.Run;
import java.util.List;

/**
 * Data that is meant to mislead the analysis.
 *
 * @param run of two rows, as any other
 * @param row which of them was treated otherwise
 * @param unequal whether the analysis has to find that out; if not, it has to find no difference
 * @param figures that show what was planted, each one line
 */
public record Misleading(
        String name, Run run, Histograms histograms, String row, boolean unequal, List<String> figures) {
    public Misleading {
        figures = List.copyOf(figures);
    }
}
