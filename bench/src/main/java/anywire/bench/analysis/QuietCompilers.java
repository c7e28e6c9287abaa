package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Cost;
import anywire.bench.run.Figures;
import anywire.bench.run.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether what was measured was compiled by then: compilers take the calls' core, and slow code takes their time. How a
 * warm-up ended decides nothing: what counts is what compilers did in the windows themselves. Their time is the JVM's own
 * account, which at idle priority counts their waiting too.
 */
final class QuietCompilers implements Check {
    /** Of the measured time, in the busier of the two processes. */
    private static final double MAX_SHARE = 0.03;

    @Override
    public Optional<Doubt> of(Evidence evidence) {
        String busy = evidence.cells().stream()
                .map(CellAnalysis::transport)
                .filter(t -> share(evidence, t) > MAX_SHARE)
                .map(t -> t + " for " + Figures.percent(share(evidence, t)))
                .collect(Collectors.joining(", "));
        return busy.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Trust.DOUBTFUL,
                        "Compilers were still at work while it was measured: " + busy + " of the time (bound "
                                + Figures.percent(MAX_SHARE) + ")."));
    }

    private static double share(Evidence evidence, String transport) {
        List<Window> windows = evidence.kept().windows(transport);
        double millis = 1e3 * windows.stream().mapToDouble(Window::seconds).sum();
        Cost driver = windows.stream().map(Window::driver).reduce(Cost.NONE, Cost::plus);
        Cost server = windows.stream().map(Window::server).reduce(Cost.NONE, Cost::plus);
        return millis == 0 ? 0 : Math.max(driver.jitMillis(), server.jitMillis()) / millis;
    }
}
