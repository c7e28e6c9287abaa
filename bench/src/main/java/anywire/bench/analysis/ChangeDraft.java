package anywire.bench.analysis;

import anywire.bench.analysis.Judge.Judgement;
import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Figures;
import anywire.bench.run.Latency;
import anywire.bench.run.RunComparison.Change;
import anywire.bench.run.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One transport in two runs, before the correction that all primary verdicts share.
 *
 * @param a the cell in run A
 * @param logsA log percentiles of A's generations that count
 * @param notRanked why there is no verdict, or empty
 */
record ChangeDraft(
        Scenario scenario,
        int percentile,
        CellAnalysis a,
        CellAnalysis b,
        Sample logsA,
        Sample logsB,
        String notRanked,
        Judge judge) {

    /** Whether its verdict is among those that are corrected for together. */
    boolean inFamily() {
        return scenario.primary()
                && percentile == 50
                && notRanked.isEmpty()
                && judgement().isPresent();
    }

    /** 1 where there is no judgement. */
    double uncorrectedP() {
        return judgement().map(Judgement::p).orElse(1.0);
    }

    private Optional<Welch> difference() {
        return logsA.n() >= Draft.MIN_GENERATIONS && logsB.n() >= Draft.MIN_GENERATIONS
                ? Optional.of(Welch.of(logsA, logsB))
                : Optional.empty();
    }

    private Optional<Judgement> judgement() {
        return difference().map(judge::judge);
    }

    /**
     * @param p to decide by: corrected, or {@link #uncorrectedP}
     * @param family how many verdicts it is corrected for; 1 for uncorrected
     */
    Change decide(double p, int family) {
        List<String> notes = new ArrayList<>();
        Verdict verdict = verdict(p, family, notes);
        Optional<Welch> difference = difference();
        boolean both = logsA.n() > 0 && logsB.n() > 0;
        return new Change(
                a.transport(),
                percentile,
                nanos(a.intended()),
                nanos(b.intended()),
                both ? Math.exp(logsB.mean() - logsA.mean()) : 0,
                difference.map(d -> Math.exp(d.low(0.95))).orElse(0.0),
                difference.map(d -> Math.exp(d.high(0.95))).orElse(0.0),
                logsA.n(),
                logsB.n(),
                difference.map(judge::smallestVisible).orElse(0.0),
                verdict,
                notRanked.isEmpty() ? p : 1,
                inFamily(),
                String.join("; ", notes));
    }

    private long nanos(Latency latency) {
        return percentile == 50 ? latency.p50Nanos() : latency.p90Nanos();
    }

    private Verdict verdict(double p, int family, List<String> notes) {
        if (!notRanked.isEmpty()) {
            notes.add(notRanked);
            return Verdict.NOT_RANKED;
        }
        Optional<Judgement> judgement = judgement();
        if (judgement.isEmpty()) {
            notes.add("no interval under " + Draft.MIN_GENERATIONS + " generations: A has " + logsA.n() + ", B " + logsB.n());
            return Verdict.CANT_TELL;
        }
        Verdict verdict = judgement.get().at(p);
        if (verdict == Verdict.CANT_TELL && judgement.get().at(uncorrectedP()) != Verdict.CANT_TELL) {
            notes.add("\"" + judgement.get().favoured().words() + "\" does not survive the correction for "
                    + Figures.whole(family) + " primary verdicts");
        }
        return verdict;
    }
}
