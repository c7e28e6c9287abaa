package anywire.bench.conduct;

import anywire.bench.run.Plan;
import anywire.bench.run.Precision;
import anywire.bench.run.Run;
import java.time.Duration;

/** Asked once, when a pilot is over: how the run goes on. */
@FunctionalInterface
public interface Extension {
    /** @param plan of the whole run, whose first blocks are those that are over */
    record Extended(Plan plan, Precision precision) {}

    /** @param spent on the pilot */
    Extended extend(Run pilot, Duration spent);
}
