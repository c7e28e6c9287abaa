package anywire.bench.calibrate;

import anywire.bench.conduct.Rig;
import anywire.bench.run.CalibrationRow;
import anywire.bench.run.Scenario;
import java.util.List;
import java.util.function.Consumer;

/** Something whose truth is known beforehand, or written down meanwhile by who makes it. */
interface KnownCase {
    /** What has to be warm before. */
    List<Scenario> scenarios();

    /** @param saying is told what is going on */
    List<CalibrationRow> measure(Rig rig, Consumer<String> saying) throws InterruptedException;
}
