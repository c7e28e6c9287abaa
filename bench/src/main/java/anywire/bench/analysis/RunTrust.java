package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Generation;
import anywire.bench.run.Crossed;
import anywire.bench.run.Crossed.OverOne;
import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Run;
import java.util.ArrayList;
import java.util.List;

/** What may be wrong with the run as a whole, whatever its scenarios say. */
record RunTrust(Trust trust, List<String> reasons) {
    /** @param crossed what the kept generations' networks did */
    static RunTrust of(Run run, KeptGenerations kept, Crossed crossed) {
        Trust trust = Trust.TRUSTED;
        List<String> reasons = new ArrayList<>();
        if (!run.complete()) {
            trust = trust.worse(Trust.DOUBTFUL);
            reasons.add("It ended early (" + run.incomplete() + "): "
                    + kept.whole().size() + " of " + run.suite().generations() + " generations came to their end.");
        }
        if (run.environment().indicative()) {
            trust = trust.worse(Trust.DOUBTFUL);
            reasons.add("On this platform figures are only indicative: processes can't be pinned here.");
        }
        if (run.commandLine().contains("--profile")) {
            trust = trust.worse(Trust.DOUBTFUL);
            reasons.add("Every JVM recorded itself (--profile): it shows where time goes, and compares nothing.");
        }
        for (Generation generation : run.generations()) {
            for (Flaw flaw : generation.flaws()) {
                if (flaw.blame() == Blame.TRANSPORT) {
                    trust = trust.worse(Trust.DOUBTFUL);
                    reasons.add("In generation " + generation.number() + " a transport did not hold: " + flaw.reason());
                }
            }
        }
        for (OverOne one : crossed.networks()) {
            if (one.overflowed() > 0) {
                trust = trust.worse(Trust.DOUBTFUL);
                reasons.add("The network " + one.network() + " dropped " + Figures.count(one.overflowed(), "packet")
                        + " since too many waited: it lost more than its name says.");
            }
        }
        if (kept.generations().isEmpty()) {
            trust = Trust.INVALID;
            reasons.add("No generation was measured.");
        }
        return new RunTrust(trust, reasons);
    }
}
