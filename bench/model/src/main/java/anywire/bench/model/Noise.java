package anywire.bench.model;

import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.CalibrationReport.Machine;
import anywire.bench.model.NoiseRound.Place;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What planted disturbances did to ratios on one machine, and which bounds of trust follow: {@code noise.json}. Logs are
 * natural.
 *
 * @param schema of this record
 * @param at when the newest of it was measured
 * @param kinds those that were measured
 * @param bounds what follows, kind by kind
 * @param adversaries what the analysis made of data that was meant to mislead it
 * @param trust the bounds that runs on this machine are judged by
 */
public record Noise(
        int schema,
        Instant at,
        Machine machine,
        String scenario,
        List<Measured> kinds,
        List<Bound> bounds,
        List<Adversary> adversaries,
        TrustBounds trust) {
    public static final int SCHEMA = 1;

    public Noise {
        kinds = List.copyOf(kinds);
        bounds = List.copyOf(bounds);
        adversaries = List.copyOf(adversaries);
    }

    /**
     * One kind.
     *
     * @param passes that are whole
     * @param realTime whether what burnt CPU went before all else, as it was meant to; of kinds that don't, true
     * @param betweenSdLog how much ratios differ between fresh processes: part of the error where the disturbed row's processes
     *     are not those of its controls; else 0
     */
    public record Measured(
            NoiseKind kind, Instant at, int passes, boolean realTime, double betweenSdLog, List<Dose> doses) {
        public Measured {
            doses = List.copyOf(doses);
        }
    }

    /**
     * @param plantedShare of all cores' time, what was really burnt in a disturbed window
     * @param tie by how much the ratio of a row to itself moved from the undisturbed rounds to the disturbed ones
     * @param known the same of a row that is slower by a known share
     */
    public record Dose(double dose, Place place, double plantedShare, Move tie, Move known, List<Seen> seen) {
        public Dose {
            seen = List.copyOf(seen);
        }
    }

    /** @param passes the moves that it is the mean of */
    public record Move(double log, double standardError, List<Double> passes) {
        public Move {
            passes = List.copyOf(passes);
        }
    }

    /**
     * What a covariate said.
     *
     * @param more than in undisturbed windows: in one row, than the reference's windows of the same rounds had; in all rows, than
     *     their own
     */
    public record Seen(Covariate covariate, double more, double standardError) {}

    /**
     * What follows for one figure.
     *
     * @param ofTie whether it is the tie's ratio; else that of the row that is slower by a known share
     * @param figure {@link #DOSE}, {@link #BURNT} or a covariate's words
     * @param half where the ratio has moved by half of the margin
     * @param slope the log ratio's, for each unit of the figure; empty where the figure did not see the disturbance
     */
    public record Bound(
            NoiseKind kind, Place place, boolean ofTie, String figure, String unit, Half half, List<Slope> slope) {
        /** The figure that is the dose itself. */
        public static final String DOSE = "dose";
        /** The figure that is what was burnt, by the own account of what burnt it. */
        public static final String BURNT = "burnt";

        public Bound {
            slope = List.copyOf(slope);
        }
    }

    /**
     * By interpolation between doses. What is empty was not reached.
     *
     * @param low of the 95 % interval
     */
    public record Half(OptionalDouble at, OptionalDouble low, OptionalDouble high) {}

    /** @param low of the 95 % interval */
    public record Slope(double perUnit, double standardError, double low, double high) {}

    /**
     * Data that was meant to mislead the analysis, and what it made of it.
     *
     * @param all what all rounds say
     * @param undisturbed what those say that a probe did not find disturbed
     * @param reasons why the comparison isn't trusted highly
     * @param figures that show what was planted, each one line
     * @param held whether it was not misled
     */
    public record Adversary(
            String name,
            Said all,
            Said undisturbed,
            Trust trust,
            List<Reason> reasons,
            List<String> figures,
            boolean held) {
        public Adversary {
            reasons = List.copyOf(reasons);
            figures = List.copyOf(figures);
        }
    }

    /** @param low of the 95 % interval */
    public record Said(Verdict verdict, double ratio, double low, double high, int rounds) {}

    /** As a run in these surroundings cites it, and is judged. @param reference the bounds where these don't hold */
    public JudgedBy citedIn(Environment here, TrustBounds reference) {
        List<String> differs = machine.differences(Machine.of(here));
        return new JudgedBy(at.toString(), differs, differs.isEmpty() ? trust : reference);
    }
}
