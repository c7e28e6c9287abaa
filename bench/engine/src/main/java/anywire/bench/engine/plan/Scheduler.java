package anywire.bench.engine.plan;

import anywire.bench.model.Schedule;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Spread;
import anywire.bench.model.Suite;
import java.time.Duration;

/**
 * How many generations, and rounds in each. Where the suite says neither, the variance of a ratio's mean,
 * {@code b^2/G + w^2/(GR)} for spreads b between generations and w between rounds, is to be least within the budget:
 * {@code R = sqrt(cost of a generation / cost of a round) * w / b} (Kalibera and Jones 2013, section 6). That is of a budget
 * that can be cut anywhere; of one that holds a few generations, each whole number of them is tried.
 */
public final class Scheduler {
    /** Fewer say little of the rounds' own spread. */
    static final int MIN_ROUNDS = 3;
    /** Beyond, a generation takes so long that one bad start of a process weighs a run down. */
    static final int MAX_ROUNDS = 60;

    static final int MAX_GENERATIONS = 100;
    /** Not planned for: the report, and machines that are slower by the end than at the beginning. */
    private static final double RESERVED = 0.03;

    private final Suite suite;
    private final double halfWidth;
    private final Spread spread;
    private final KnownSpreads known;

    /** @param halfWidth asked for: 0.05 for 5 %; 0 if none is
     * @param known spreads: that of the suite's most restless scenario decides
     */
    public Scheduler(Suite suite, double halfWidth, KnownSpreads known) {
        this.suite = suite;
        this.halfWidth = halfWidth;
        this.known = known;
        this.spread = known.widest(suite);
    }

    /** @param besidesSeconds what else of the budget is spoken for: searches for capacities, trials */
    public Schedule schedule(Costs costs, double besidesSeconds) {
        double seconds = Math.max(0, suite.budget().toNanos() / 1e9 * (1 - RESERVED) - besidesSeconds);
        int rounds = suite.rounds() > 0 ? suite.rounds() : best(costs);
        int generations = suite.generations();
        if (generations == 0 && suite.rounds() == 0 && halfWidth <= 0) {
            generations = leastVariance(seconds, costs);
        } else if (generations == 0) {
            generations = clamp((int) (seconds / (costs.generationSeconds() + rounds * costs.roundSeconds())), 1);
            if (generations == 1 && suite.rounds() == 0 && roundsIn(seconds / 2, costs) >= MIN_ROUNDS) {
                generations = 2;
            }
            generations = Math.min(generations, needed(rounds));
        }
        if (suite.rounds() == 0) {
            int fit = roundsIn(seconds / generations, costs);
            rounds = halfWidth > 0 ? Math.min(rounds, fit) : fit;
            rounds = Math.max(suite.generations() > 0 ? MIN_ROUNDS : 1, Math.min(MAX_ROUNDS, rounds));
        }
        return new Schedule(suite.budget(), halfWidth, costs, known.spreads(), generations, rounds);
    }

    /** The least that a run can be: one generation of {@link #MIN_ROUNDS}. */
    public static Duration least(Costs costs) {
        double seconds = costs.generationSeconds() + MIN_ROUNDS * costs.roundSeconds();
        return Duration.ofSeconds((long) Math.ceil(seconds / (1 - RESERVED)));
    }

    /** How many generations, of as many rounds as then fit; of one alone nobody could tell how generations differ. */
    private int leastVariance(double seconds, Costs costs) {
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int g = 1; g <= MAX_GENERATIONS && roundsIn(seconds / g, costs) >= MIN_ROUNDS; g++) {
            double variance = variance(Math.min(MAX_ROUNDS, roundsIn(seconds / g, costs))) / g;
            if (variance < least || g == 2) {
                best = g;
                least = variance;
            }
        }
        return best;
    }

    /** Of one generation. */
    private double variance(int rounds) {
        return sq(spread.betweenSdLog()) + sq(spread.withinSdLog()) / rounds;
    }

    private int best(Costs costs) {
        double ofCosts = costs.generationSeconds() / Math.max(1e-3, costs.roundSeconds());
        double ofSpreads = spread.withinSdLog() / Math.max(1e-3, spread.betweenSdLog());
        return (int) Math.max(MIN_ROUNDS, Math.min(MAX_ROUNDS, Math.rint(Math.sqrt(ofCosts) * ofSpreads)));
    }

    private static int roundsIn(double seconds, Costs costs) {
        return (int) ((seconds - costs.generationSeconds()) / Math.max(1e-3, costs.roundSeconds()));
    }

    /** For the half-width that was asked for; as many as there may be if none was. */
    private int needed(int rounds) {
        if (halfWidth <= 0) {
            return MAX_GENERATIONS;
        }
        return clamp((int) Math.ceil(variance(rounds) * sq(QUANTILE / Math.log1p(halfWidth))), 2);
    }

    /** Of Student's t, 97.5 %, for some ten degrees of freedom: what a few generations pooled over cells have. */
    private static final double QUANTILE = 2.2;

    private static int clamp(int generations, int least) {
        return Math.max(least, Math.min(MAX_GENERATIONS, generations));
    }

    private static double sq(double x) {
        return x * x;
    }
}
