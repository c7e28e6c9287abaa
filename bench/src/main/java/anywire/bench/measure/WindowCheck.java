package anywire.bench.measure;

import anywire.bench.run.Flaw;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.time.Duration;
import java.util.Optional;

/** One reason to doubt a window. */
interface WindowCheck {
    Optional<Flaw> flaw(Window window, Scenario scenario, Duration deadline);
}
