package anywire.bench.analysis;

import anywire.bench.analysis.Judge.Judgement;
import anywire.bench.run.Analysis.BlockRatio;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Analysis.Ratio;
import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Figures;
import anywire.bench.run.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A comparison before the correction that all primary verdicts share.
 *
 * @param perBlock dropped blocks included
 * @param kept log ratios of the blocks that count
 * @param all log ratios of all blocks
 * @param expected how many blocks count, whether or not both transports were measured in them
 * @param notRanked why there is no verdict, or empty
 * @param judgement empty under {@link #MIN_BLOCKS} blocks
 * @param flipP of the sign-flip check; empty under six blocks
 */
record Draft(
        Scenario scenario,
        String transport,
        String reference,
        int percentile,
        List<BlockRatio> perBlock,
        Sample kept,
        Sample all,
        int expected,
        String notRanked,
        Optional<Judgement> judgement,
        OptionalDouble flipP,
        double smallestVisible) {
    static final int MIN_BLOCKS = 4;

    /** Whether its verdict is among those that are corrected for together. */
    boolean inFamily() {
        return scenario.primary() && percentile == 50 && notRanked.isEmpty() && judgement.isPresent();
    }

    /** Only where there is a judgement. */
    double uncorrectedP() {
        return judgement.map(Judgement::p).orElse(1.0);
    }

    /**
     * @param p to decide by: corrected, or {@link #uncorrectedP}
     * @param family how many verdicts it is corrected for; 1 for uncorrected
     */
    Comparison decide(double p, int family) {
        List<String> notes = new ArrayList<>();
        Verdict verdict = verdict(p, family, notes);
        if (kept.n() > 0 && kept.n() < expected) {
            notes.add("measured in " + kept.n() + " of " + expected + " blocks");
        }
        if (all.n() > kept.n()) {
            notes.add("over all " + all.n() + " blocks, dropped ones included: " + words(withDropped()));
        }
        boolean interval = judgement.isPresent();
        return new Comparison(
                transport,
                reference,
                percentile,
                kept.n() > 0 ? Math.exp(kept.mean()) : 0,
                interval ? Math.exp(kept.low(0.95)) : 0,
                interval ? Math.exp(kept.high(0.95)) : 0,
                interval ? Math.exp(kept.low(0.90)) : 0,
                interval ? Math.exp(kept.high(0.90)) : 0,
                kept.sd(),
                kept.n(),
                smallestVisible,
                verdict,
                interval && notRanked.isEmpty() ? p : 1,
                inFamily(),
                String.join("; ", notes),
                perBlock,
                withDropped());
    }

    private Ratio withDropped() {
        boolean interval = all.n() >= MIN_BLOCKS;
        return new Ratio(
                "p" + percentile + ", dropped blocks included",
                all.n() > 0 ? Math.exp(all.mean()) : 0,
                interval ? Math.exp(all.low(0.95)) : 0,
                interval ? Math.exp(all.high(0.95)) : 0,
                all.n());
    }

    private static String words(Ratio ratio) {
        return Figures.ratio(ratio.ratio())
                + (ratio.hasInterval()
                        ? " (" + Figures.ratio(ratio.low95()) + " to " + Figures.ratio(ratio.high95()) + ")"
                        : "");
    }

    private Verdict verdict(double p, int family, List<String> notes) {
        if (!notRanked.isEmpty()) {
            notes.add(notRanked);
            return Verdict.NOT_RANKED;
        }
        if (judgement.isEmpty()) {
            notes.add(kept.n() == 0 ? "no block that counts has both" : "no interval under " + MIN_BLOCKS + " blocks");
            return Verdict.CANT_TELL;
        }
        Verdict verdict = judgement.get().at(p);
        if (verdict == Verdict.CANT_TELL && judgement.get().at(uncorrectedP()) != Verdict.CANT_TELL) {
            notes.add("\"" + judgement.get().favoured().words() + "\" does not survive the correction for " + family
                    + " primary verdicts");
        }
        boolean differs = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
        if (differs && flipP.isPresent() && flipP.getAsDouble() > Judge.ALPHA) {
            notes.add("the t test says \"" + verdict.words() + "\", but the sign-flip check does not bear it out (p = "
                    + Figures.ratio(flipP.getAsDouble()) + ")");
            return Verdict.CANT_TELL;
        }
        return verdict;
    }
}
