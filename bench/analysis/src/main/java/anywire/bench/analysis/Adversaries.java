package anywire.bench.analysis;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Generation;
import anywire.bench.model.Histograms;
import anywire.bench.model.Noise.Adversary;
import anywire.bench.model.Noise.Said;
import anywire.bench.model.Reason;
import anywire.bench.model.Run;
import java.util.List;
import java.util.Set;

/** What the analysis makes of data that is meant to mislead it, and whether it was misled. */
public final class Adversaries {
    private static final Set<Reason.Code> UNEQUAL = Set.of(Reason.Code.STEAL_UNEQUAL, Reason.Code.OTHERS_UNEQUAL);

    private Adversaries() {}

    /**
     * @param run of two rows
     * @param row that was treated otherwise than the reference
     * @param unequal whether that has to be found out, as low trust; if not, no difference may be found
     * @param figures that show what was planted
     */
    public static Adversary judged(
            String name, Run run, Histograms histograms, String row, boolean unequal, List<String> figures) {
        Comparison comparison =
                Analyst.analyse(run, histograms).scenarios().get(0).median(row).orElseThrow();
        List<Generation> generations = run.generations();
        Set<Integer> disturbed = DisturbedRounds.of(
                generations, DisturbedRounds.usual(run), run.judgedBy().bounds().probeSlower());
        List<Rounds.LogRatio> all =
                Rounds.of(generations, disturbed).logs(row, run.suite().reference(), 50);
        Between between = PooledBetween.of(List.of(Rounds.byGeneration(all)), comparison.spread());
        double imbalance = comparison.imbalanceLog();
        Said ofAll = said(run, all, between, imbalance);
        Said ofUndisturbed = said(run, all.stream().filter(l -> !l.disturbed()).toList(), between, imbalance);
        boolean held = unequal
                ? comparison.reasons().stream().anyMatch(Adversaries::foundOut)
                : ofAll.verdict().direction() == 0
                        && ofUndisturbed.verdict().direction() == 0
                        && comparison.verdict().direction() == 0;
        return new Adversary(name, ofAll, ofUndisturbed, comparison.trust(), comparison.reasons(), figures, held);
    }

    private static boolean foundOut(Reason reason) {
        return reason.trust() == Trust.LOW && UNEQUAL.contains(reason.code());
    }

    private static Said said(Run run, List<Rounds.LogRatio> logs, Between between, double imbalance) {
        TwoLevels estimate = TwoLevels.of(Rounds.byGeneration(logs), between);
        return new Said(
                new Judge(run.suite().margin()).judge(estimate, imbalance).uncorrected(),
                Math.exp(estimate.mean()),
                Math.exp(estimate.low(0.95)),
                Math.exp(estimate.high(0.95)),
                estimate.rounds());
    }
}
