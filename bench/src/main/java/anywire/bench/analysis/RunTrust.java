package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Run;
import java.util.ArrayList;
import java.util.List;

/** What may be wrong with the run as a whole, whatever its scenarios say. */
record RunTrust(Trust trust, List<String> reasons) {
    static RunTrust of(Run run, KeptBlocks kept) {
        Trust trust = Trust.TRUSTED;
        List<String> reasons = new ArrayList<>();
        if (!run.complete()) {
            trust = trust.worse(Trust.DOUBTFUL);
            reasons.add("It ended early (" + run.incomplete() + "): "
                    + run.blocks().size() + " of " + run.suite().blocks() + " blocks.");
        }
        if (run.environment().indicative()) {
            trust = trust.worse(Trust.DOUBTFUL);
            reasons.add("On this platform figures are only indicative: processes can't be pinned here.");
        }
        if (kept.blocks().isEmpty()) {
            trust = Trust.INVALID;
            reasons.add("No block was measured.");
        }
        return new RunTrust(trust, reasons);
    }
}
