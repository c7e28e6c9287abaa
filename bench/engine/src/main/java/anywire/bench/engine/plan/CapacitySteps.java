package anywire.bench.engine.plan;

import anywire.bench.model.Capacity.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * Which rate to try next: up by a quarter while rates hold, then down by a fifth until one holds over fresh processes as
 * well. Tells rates alone; whoever measures says what held.
 */
public final class CapacitySteps {
    public static final double FACTOR = 1.25;
    /** Of the closed-loop peak: where it begins, well below what open loops take. */
    private static final double FIRST_SHARE = 0.2;

    private static final double MAX_PER_SECOND = 400_000;
    private static final double MIN_PER_SECOND = 10;
    private static final int MAX_CONFIRMATIONS = 4;

    private double next;
    private double holds;
    private double fails;
    private int confirmations;
    private boolean confirmed;

    /** @param peakPerSecond in closed loop, from the warm-up */
    public CapacitySteps(double peakPerSecond) {
        this.next = rounded(Math.max(MIN_PER_SECOND, FIRST_SHARE * peakPerSecond));
    }

    /** The rate to ramp to; empty once a bracket is found, or the sender's own end is reached. */
    public OptionalDouble ramp() {
        boolean bracketed = holds > 0 && fails > 0;
        boolean hopeless = next < MIN_PER_SECOND || next > MAX_PER_SECOND;
        return bracketed || hopeless ? OptionalDouble.empty() : OptionalDouble.of(next);
    }

    /** The rate to confirm over fresh processes; empty when one is confirmed, or none will be. */
    public OptionalDouble confirm() {
        return confirmed || holds < MIN_PER_SECOND || confirmations >= MAX_CONFIRMATIONS
                ? OptionalDouble.empty()
                : OptionalDouble.of(holds);
    }

    public void tried(Step step) {
        if (step.confirming()) {
            confirmations++;
            confirmed = step.holds();
            if (!confirmed) {
                fails = step.ratePerSecond();
                holds = rounded(step.ratePerSecond() / FACTOR);
            }
        } else if (step.holds()) {
            holds = Math.max(holds, step.ratePerSecond());
            next = rounded(step.ratePerSecond() * FACTOR);
        } else {
            fails = fails == 0 ? step.ratePerSecond() : Math.min(fails, step.ratePerSecond());
            next = rounded(step.ratePerSecond() / FACTOR);
        }
    }

    /** The confirmed rate; 0 if there is none. */
    public double holdsPerSecond() {
        return confirmed ? holds : 0;
    }

    /** 0 if nothing failed. */
    public double failsPerSecond() {
        return fails;
    }

    /** Three digits: what follows is no more exact than a quarter anyway. */
    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(3)).doubleValue();
    }
}
