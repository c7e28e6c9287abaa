package anywire.bench.engine.runner;

import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.Warmed;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.host.ProcessContext;
import anywire.host.RoleFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a row comes up at all, before others' time is spent on it: its processes, and one call after the other. */
public final class Rehearsal {
    private static final long NANOS = 200_000_000;

    private Rehearsal() {}

    /**
     * Starts the row's processes, and ends them again.
     *
     * @param scenario one that the row can do, on loopback
     * @return what was wrong, in one line, if anything was
     */
    public static Optional<String> fault(Suite suite, Row row, Scenario scenario, Path logs)
            throws InterruptedException {
        Suite alone = suite.narrowed(List.of(row), List.of(scenario), suite.window(), List.of());
        try (RowProcesses processes = new RowProcesses(alone, row, 0, ProcessContext.at(logs))) {
            processes.start();
            Warm question = new Warm(scenario.asked(), 1, NANOS);
            Warmed answered = processes
                    .pair()
                    .driver()
                    .ask(question, Warmed.class, Duration.ofNanos(NANOS).plus(Deployment.GRACE));
            return answered.calls() > answered.wrong()
                    ? Optional.empty()
                    : Optional.of("none of " + answered.calls() + " calls was answered right");
        } catch (RoleFailedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
