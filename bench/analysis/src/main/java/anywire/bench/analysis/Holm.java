package anywire.bench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down correction (1979): keeps the chance of any false verdict among all of them below the level. */
final class Holm {
    private Holm() {}

    /** Adjusted p values, in the order given. */
    static List<Double> adjust(List<Double> ps) {
        List<Integer> byP = IntStream.range(0, ps.size())
                .boxed()
                .sorted(Comparator.comparing(ps::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(ps);
        double soFar = 0;
        for (int rank = 0; rank < byP.size(); rank++) {
            int at = byP.get(rank);
            soFar = Math.max(soFar, Math.min(1, (ps.size() - rank) * ps.get(at)));
            adjusted.set(at, soFar);
        }
        return adjusted;
    }
}
