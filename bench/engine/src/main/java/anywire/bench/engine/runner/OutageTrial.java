package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.AskFate;
import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.Measured;
import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.engine.load.StorePost.Fate;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Degree;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Trials.Outage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Posts at a steady rate; storage is killed two seconds in, and starts again five later. */
final class OutageTrial {
    private static final double RATE_PER_SECOND = 100;
    private static final long LENGTH_NANOS = 12_000_000_000L;
    private static final long UP_MILLIS = 2_000;
    private static final long DOWN_MILLIS = 5_000;
    /** For what waits somewhere to be stored after all. */
    private static final long SETTLE_MILLIS = 3_000;

    private static final long WARM_NANOS = 500_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Row row;
    private final Degree degree;
    private final RowProcesses processes;

    OutageTrial(Row row, Degree degree, RowProcesses processes) {
        this.row = row;
        this.degree = degree;
        this.processes = processes;
    }

    Outage run() throws InterruptedException {
        processes.start();
        Deployment pair = processes.pair();
        var unused =
                pair.driver().ask(new Warm(AskedAction.of(degree.action()), 2, WARM_NANOS), Warmed.class, PATIENCE);
        pair.driver()
                .send(new Measure(
                        1, AskedAction.of(degree.action()), Loop.CONSTANT, RATE_PER_SECOND, 0, LENGTH_NANOS, 1));
        int storage = processes.legOf("storage");
        TimeUnit.MILLISECONDS.sleep(UP_MILLIS);
        long killed = System.nanoTime();
        processes.kill(storage);
        TimeUnit.MILLISECONDS.sleep(DOWN_MILLIS);
        processes.restart(storage);
        double downSeconds = (System.nanoTime() - killed) / 1e9;
        Measured measured = pair.driver().receive(Measured.class, PATIENCE);
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        Fate fate = pair.driver().ask(new AskFate(AskedAction.of(degree.action())), Fate.class, PATIENCE);
        return new Outage(
                row.name(),
                degree.word(),
                downSeconds,
                measured.sent(),
                fate.wentOn(),
                fate.failed(),
                fate.stored(),
                fate.doubled(),
                fate.lost(),
                fate.storedThoughFailed());
    }
}
