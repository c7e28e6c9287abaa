package anywire.bench.analysis;

import anywire.bench.analysis.Judge.Judgement;
import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.Ratio;
import anywire.bench.model.Analysis.RoundRatio;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Reason;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import java.util.List;

/** A comparison before the correction that all primary verdicts share. */
final class Draft {
    private static final int FEW_ROUNDS = 3;

    private final Scenario scenario;
    private final String row;
    private final String reference;
    private final int percentile;
    private final List<Rounds.LogRatio> logs;
    private final TwoLevels estimate;
    private final TwoLevels undisturbed;
    private final Between between;
    private final List<Reason> reasons;
    private final Judge judge;
    private final double imbalanceLog;
    private final Judgement judgement;

    /**
     * @param undisturbed the estimate without the rounds that a probe found disturbed
     * @param reasons why it isn't trusted highly, worst first
     */
    Draft(
            Scenario scenario,
            String row,
            String reference,
            int percentile,
            List<Rounds.LogRatio> logs,
            TwoLevels estimate,
            TwoLevels undisturbed,
            Between between,
            List<Reason> reasons,
            Judge judge) {
        this.scenario = scenario;
        this.row = row;
        this.reference = reference;
        this.percentile = percentile;
        this.logs = logs;
        this.estimate = estimate;
        this.undisturbed = undisturbed;
        this.between = between;
        this.reasons = reasons;
        this.judge = judge;
        this.imbalanceLog = reasons.stream()
                .filter(r -> r.trust() == Trust.LOW)
                .mapToDouble(Reason::costLog)
                .sum();
        this.judgement = judge.judge(estimate, imbalanceLog);
    }

    private Trust trust() {
        return Reason.trust(reasons);
    }

    private boolean judged() {
        return trust() != Trust.BROKEN && estimate.spreadKnown();
    }

    /** Whether its verdict is among those that are corrected for together. */
    boolean inFamily() {
        return scenario.primary() && percentile == 50 && judged();
    }

    double p() {
        return judgement.p();
    }

    double directionP() {
        return judgement.directionP();
    }

    /**
     * @param p to decide by: corrected, or {@link #p}
     * @param family how many verdicts it is corrected for; 1 for uncorrected
     * @param minutes that the run took
     */
    Comparison decide(double p, double directionP, int family, double minutes) {
        Verdict verdict = verdict(p, directionP);
        boolean figure = trust() != Trust.BROKEN && estimate.rounds() > 0;
        boolean interval = figure && estimate.spreadKnown();
        double times = interval && verdict == Verdict.NO_VERDICT ? judge.timesLonger(estimate) : 1;
        return new Comparison(
                row,
                reference,
                percentile,
                figure ? Math.exp(estimate.mean()) : 0,
                interval ? Math.exp(estimate.low(0.95)) : 0,
                interval ? Math.exp(estimate.high(0.95)) : 0,
                interval ? Math.exp(estimate.low(0.90)) : 0,
                interval ? Math.exp(estimate.high(0.90)) : 0,
                new Spread(Spread.group(scenario.network()), estimate.withinSd(), between.sd(), between.source()),
                estimate.generations(),
                estimate.rounds(),
                interval ? judge.smallestVisible(estimate) : 0,
                verdict,
                interval ? Math.min(p, 1) : 1,
                family,
                trust(),
                reasons,
                imbalanceLog,
                Math.max(0, (times - 1) * minutes),
                perRound(figure),
                undisturbed(figure));
    }

    private List<RoundRatio> perRound(boolean figure) {
        return figure
                ? logs.stream()
                        .map(l -> new RoundRatio(l.generation(), l.round(), Math.exp(l.log()), l.disturbed()))
                        .toList()
                : List.of();
    }

    private Ratio undisturbed(boolean figure) {
        boolean interval = figure && undisturbed.spreadKnown();
        return new Ratio(
                "p" + percentile + ", disturbed rounds left out",
                figure && undisturbed.rounds() > 0 ? Math.exp(undisturbed.mean()) : 0,
                interval ? Math.exp(undisturbed.low(0.95)) : 0,
                interval ? Math.exp(undisturbed.high(0.95)) : 0,
                undisturbed.rounds());
    }

    /** It has to hold with all rounds, and without the disturbed ones where enough are left. */
    private Verdict verdict(double p, double directionP) {
        if (trust() == Trust.BROKEN) {
            return Verdict.BROKEN;
        }
        if (!judged()) {
            return Verdict.NO_VERDICT;
        }
        Verdict all = judgement.at(p, directionP);
        if (undisturbed.rounds() == estimate.rounds()
                || undisturbed.rounds() < FEW_ROUNDS
                || !undisturbed.spreadKnown()) {
            return all;
        }
        return weaker(all, judge.judge(undisturbed, imbalanceLog).uncorrected());
    }

    private static Verdict weaker(Verdict all, Verdict some) {
        if (all == some) {
            return all;
        }
        if (all.direction() != 0 && all.direction() == some.direction()) {
            return all.direction() < 0 ? Verdict.SLIGHTLY_FASTER : Verdict.SLIGHTLY_SLOWER;
        }
        return Verdict.NO_VERDICT;
    }
}
