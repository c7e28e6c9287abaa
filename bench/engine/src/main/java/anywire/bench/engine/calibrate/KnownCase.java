package anywire.bench.engine.calibrate;

import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.Scenario;
import java.util.List;
import java.util.function.Consumer;

/** Something whose truth is known beforehand, or written down meanwhile by who makes it. */
interface KnownCase {
    /** What has to be warm before. */
    List<Scenario> scenarios();

    /** @param saying is told what is going on */
    List<CalibrationRow> measure(TransportRig rig, Consumer<String> saying) throws InterruptedException;
}
