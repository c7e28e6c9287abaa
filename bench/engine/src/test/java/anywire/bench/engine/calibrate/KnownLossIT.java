package anywire.bench.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.CalibrationRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes over real sockets: which calls were mangled is found out, whatever else the machine does meanwhile. */
@Tag("slow")
class KnownLossIT {
    @TempDir
    Path logs;

    @Test
    void calls_that_were_dropped_doubled_and_swapped_are_named_and_no_others() throws Exception {
        KnownLoss loss = new KnownLoss();
        try (TransportRig rig =
                new TransportRig(Asked.suite(Asked.TCP, Duration.ofSeconds(1), loss.scenarios()), logs)) {
            rig.ready();
            List<CalibrationRow> rows = loss.measure(rig, what -> {});
            assertThat(rows).as(String.valueOf(rows)).hasSize(5).noneMatch(CalibrationRow::off);
        }
    }
}
