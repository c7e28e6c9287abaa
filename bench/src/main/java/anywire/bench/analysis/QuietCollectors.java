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
 * Whether collectors stopped the calls so long or so often that the latencies are the heap's more than the transport's.
 * What a transport allocates is its own cost, and a pause now and then is part of its tail.
 */
final class QuietCollectors implements Check {
    /** Of the measured time, in the busier of the two processes. */
    private static final double MAX_SHARE = 0.05;
    /** Of a window, the mean of its pauses: so long that the window's p90 is a pause. */
    private static final double MAX_PAUSE_SHARE = 0.1;

    @Override
    public Optional<Doubt> of(Evidence evidence) {
        String stopped = evidence.cells().stream()
                .map(CellAnalysis::transport)
                .map(t -> story(t, evidence.kept().windows(t)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return stopped.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Trust.DOUBTFUL,
                        "Collections stopped the calls: %s (bounds %s of the time, and %s of a window at once)."
                                .formatted(stopped, Figures.percent(MAX_SHARE), Figures.percent(MAX_PAUSE_SHARE))));
    }

    private static Optional<String> story(String transport, List<Window> windows) {
        double millis = 1e3 * windows.stream().mapToDouble(Window::seconds).sum();
        long driver = windows.stream().mapToLong(w -> w.driver().gcMillis()).sum();
        long server = windows.stream().mapToLong(w -> w.server().gcMillis()).sum();
        double share = millis == 0 ? 0 : Math.max(driver, server) / millis;
        double longest = windows.stream()
                .mapToDouble(
                        w -> Math.max(meanPauseMillis(w.driver()), meanPauseMillis(w.server())) / (1e3 * w.seconds()))
                .max()
                .orElse(0);
        return share <= MAX_SHARE && longest <= MAX_PAUSE_SHARE
                ? Optional.empty()
                : Optional.of("%s for %s of the time, at most for %s of a window at once"
                        .formatted(transport, Figures.percent(share), Figures.percent(longest)));
    }

    private static double meanPauseMillis(Cost cost) {
        return cost.gcCount() == 0 ? 0 : (double) cost.gcMillis() / cost.gcCount();
    }
}
