package anywire.bench.model;

import java.util.Locale;

/**
 * One figure whose truth is known, and what the harness made of it.
 *
 * @param known the case that it belongs to: {@code known delay}
 * @param what {@code constant 2 ms, p99}
 * @param truth 0 where there is none: then the figure is only shown
 * @param bound how far off it may be, either way; 0 in a figure that is only shown
 * @param note what else is worth knowing of it, one sentence; often empty
 */
public record CalibrationRow(
        String known,
        String what,
        Unit unit,
        double truth,
        double measured,
        double bound,
        Verdict verdict,
        String note) {

    public enum Verdict {
        HOLDS,
        OFF,
        /** Not judged. */
        SHOWN;

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of truth, measured and bound. */
    public enum Unit {
        NANOS,
        CALLS,
        PER_SECOND,
        BYTES,
        /** 1 for yes, 0 for no. */
        YES_OR_NO;

        public String text(double value) {
            return switch (this) {
                case NANOS -> Figures.micros(value);
                case CALLS -> Figures.whole(value);
                case PER_SECOND -> Figures.whole(value) + "/s";
                case BYTES -> Figures.whole(value) + " B";
                case YES_OR_NO -> value == 1 ? "yes" : "no";
            };
        }
    }

    /** Holds if it is at most {@code bound} away from the truth. */
    public static CalibrationRow judged(
            String known, String what, Unit unit, double truth, double measured, double bound, String note) {
        Verdict verdict = Math.abs(measured - truth) <= bound ? Verdict.HOLDS : Verdict.OFF;
        return new CalibrationRow(known, what, unit, truth, measured, bound, verdict, note);
    }

    public static CalibrationRow shown(
            String known, String what, Unit unit, double truth, double measured, String note) {
        return new CalibrationRow(known, what, unit, truth, measured, 0, Verdict.SHOWN, note);
    }

    /** What was measured, less what is true. */
    public double bias() {
        return measured - truth;
    }

    public boolean off() {
        return verdict == Verdict.OFF;
    }

    public boolean judged() {
        return verdict != Verdict.SHOWN;
    }

    /** The bias with its sign; yes and no have none. */
    public String biasText() {
        return unit == Unit.YES_OR_NO ? "" : (bias() > 0 ? "+" : "") + unit.text(bias());
    }
}
