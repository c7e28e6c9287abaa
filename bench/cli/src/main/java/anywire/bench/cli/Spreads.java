package anywire.bench.cli;

import anywire.bench.engine.plan.KnownSpreads;
import anywire.bench.model.Power;
import anywire.bench.model.Spread;
import anywire.bench.results.PowerFile;
import anywire.bench.results.ResultsException;
import java.nio.file.Path;
import java.util.List;

/** How much ratios vary, as far as it is known: on this machine by {@code calibrate --power}, else from elsewhere. */
final class Spreads {
    private Spreads() {}

    /** @param results where this machine's own may be */
    static KnownSpreads known(Path results) {
        try {
            return PowerFile.read(results)
                    .or(() -> PowerFile.read(Home.results()))
                    .map(Power::spread)
                    .map(own ->
                            new KnownSpreads(List.of(own, KnownSpreads.prior().of(Spread.NETWORK))))
                    .orElse(KnownSpreads.prior());
        } catch (ResultsException e) {
            // The run says so when it cites it.
            return KnownSpreads.prior();
        }
    }
}
