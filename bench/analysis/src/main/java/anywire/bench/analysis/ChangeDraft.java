package anywire.bench.analysis;

import anywire.bench.analysis.Judge.Judgement;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Latency;
import anywire.bench.model.RunComparison.Change;
import anywire.bench.model.Scenario;

/**
 * One row in two runs, before the correction that all primary verdicts share.
 *
 * @param a the cell in run A
 * @param logsA log percentiles of A's rounds
 * @param broken in which runs there is no figure; empty where there is one
 */
record ChangeDraft(
        Scenario scenario,
        int percentile,
        CellAnalysis a,
        CellAnalysis b,
        TwoLevels logsA,
        TwoLevels logsB,
        String broken,
        Judge judge) {

    /** Whether its verdict is among those that are corrected for together. */
    boolean inFamily() {
        return scenario.primary() && percentile == 50 && judged();
    }

    private boolean judged() {
        return broken.isEmpty() && logsA.spreadKnown() && logsB.spreadKnown();
    }

    double p() {
        return judgement().p();
    }

    double directionP() {
        return judgement().directionP();
    }

    private Welch difference() {
        return Welch.of(logsA, logsB);
    }

    private Judgement judgement() {
        return judge.judge(difference());
    }

    /**
     * @param p to decide by: corrected, or {@link #p}
     * @param family how many verdicts it is corrected for; 1 for uncorrected
     */
    Change decide(double p, double directionP, int family) {
        Verdict none = broken.isEmpty() ? Verdict.NO_VERDICT : Verdict.BROKEN;
        boolean both = logsA.rounds() > 0 && logsB.rounds() > 0;
        return new Change(
                a.transport(),
                percentile,
                nanos(a.intended()),
                nanos(b.intended()),
                both ? Math.exp(logsB.mean() - logsA.mean()) : 0,
                judged() ? Math.exp(difference().low(0.95)) : 0,
                judged() ? Math.exp(difference().high(0.95)) : 0,
                logsA.rounds(),
                logsB.rounds(),
                judged() ? judge.smallestVisible(difference()) : 0,
                judged() ? judgement().at(p, directionP) : none,
                judged() ? p : 1,
                family,
                broken);
    }

    private long nanos(Latency latency) {
        return percentile == 50 ? latency.p50Nanos() : latency.p90Nanos();
    }
}
