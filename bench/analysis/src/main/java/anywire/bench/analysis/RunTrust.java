package anywire.bench.analysis;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Crossed;
import anywire.bench.model.Crossed.OverOne;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import java.util.ArrayList;
import java.util.List;

/** What may be wrong with the run as a whole, whatever its scenarios say. */
final class RunTrust {
    private RunTrust() {}

    /** @param crossed what its networks did */
    static List<Reason> of(Run run, Crossed crossed) {
        List<Reason> reasons = new ArrayList<>();
        if (run.generations().isEmpty()) {
            reasons.add(new Reason(Code.NOTHING_MEASURED, Trust.BROKEN, "", 0, 0, 0));
        }
        if (!run.complete()) {
            int whole = (int) run.generations().stream().filter(g -> g.whole()).count();
            reasons.add(new Reason(
                    Code.INCOMPLETE, Trust.MEDIUM, "", whole, run.schedule().generations(), 0));
        }
        if (run.environment().indicative()) {
            reasons.add(new Reason(Code.INDICATIVE_PLATFORM, Trust.LOW, "", 0, 0, 0));
        }
        if (run.commandLine().contains("--profile")) {
            reasons.add(new Reason(Code.PROFILED, Trust.LOW, "", 0, 0, 0));
        }
        for (OverOne one : crossed.networks()) {
            if (one.overflowed() > 0) {
                reasons.add(new Reason(Code.NETWORK_OVERFLOWED, Trust.LOW, one.network(), one.overflowed(), 0, 0));
            }
        }
        return Reason.ranked(reasons);
    }
}
