package anywire.bench.cli;

import anywire.bench.analysis.Pilot;
import anywire.bench.conduct.Extension;
import anywire.bench.plan.Abilities;
import anywire.bench.plan.Budget;
import anywire.bench.run.Figures;
import anywire.bench.run.Plan;
import anywire.bench.run.Precision;
import anywire.bench.run.Suite;
import anywire.transport.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A run as long as a precision takes: five blocks first, then as many more as they say. */
final class PrecisionOnDemand {
    private final double halfWidth;
    private final Duration length;
    private final Budget budget;
    private Optional<Budget.Fitted> pilot = Optional.empty();

    PrecisionOnDemand(Map<String, Abilities> kinds, double halfWidth, Duration length) {
        this.halfWidth = halfWidth;
        this.length = length;
        this.budget = new Budget(kinds, length);
    }

    Plan pilot(Suite suite) {
        Budget.Fitted fitted = budget.pilot(suite);
        pilot = Optional.of(fitted);
        return fitted.plan();
    }

    String announced() {
        return "a pilot of " + Precision.PILOT_BLOCKS + " blocks, then as many as a half-width of "
                + Figures.percent(halfWidth) + " takes, within " + Durations.print(length);
    }

    Extension extension() {
        return (run, spent) -> {
            Pilot said = Pilot.of(run, halfWidth);
            Budget.Fitted whole = budget.whole(pilot.orElseThrow(), said.blocks(), spent);
            Precision precision = new Precision(
                    halfWidth,
                    length,
                    said.of(),
                    said.sdLog(),
                    said.blocks(),
                    whole.plan().blocks().size(),
                    whole.dropped());
            return new Extension.Extended(whole.plan(), precision);
        };
    }
}
