package anywire.bench.conduct;

import anywire.bench.driver.Protocol.Warm;
import anywire.bench.driver.Protocol.Warmed;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Suite;
import anywire.host.RoleFailedException;
import anywire.host.Site;
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
        try (RowProcesses processes = new RowProcesses(alone, row, 0, Site.at(logs))) {
            processes.start();
            Warm question = new Warm(scenario.asked(), 1, NANOS);
            Warmed answered = processes
                    .pair()
                    .driver()
                    .ask(question, Warmed.class, Duration.ofNanos(NANOS).plus(Pair.GRACE));
            return answered.calls() > answered.wrong()
                    ? Optional.empty()
                    : Optional.of("none of " + answered.calls() + " calls was answered right");
        } catch (RoleFailedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
