package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.suite.Wirings;
import anywire.bench.model.Action;
import anywire.bench.model.Degree;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Trials.Moment;
import anywire.bench.model.Trials.Outage;
import anywire.bench.model.Trials.Overload;
import anywire.bench.model.Trials.Waiting;
import anywire.host.ProcessContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What trials say must add up, over real processes. */
class TrialsIT {
    @TempDir
    private Path logs;

    @Tag("slow")
    @Test
    void whoever_waits_until_it_is_stored_loses_nothing_and_whoever_forgets_does() throws Exception {
        for (Degree degree : List.of(Degree.AWAIT, Degree.FORGET)) {
            Row row = Wirings.parse("tcp@h2");
            Outage outage;
            try (RowProcesses processes = processes(row, degree.action(), 1)) {
                outage = new OutageTrial(row, degree, processes).run();
            }
            assertThat(outage.sent()).as(outage.toString()).isEqualTo(1_200);
            assertThat(outage.wentOn() + outage.failed()).as(outage.toString()).isEqualTo(outage.sent());
            assertThat(outage.wentOn() - outage.lost() + outage.storedThoughFailed())
                    .as(outage.toString())
                    .isEqualTo(outage.stored());
            assertThat(outage.doubled()).isZero();
            // It was down for a while, and not always.
            assertThat(outage.stored()).isPositive();
            if (degree == Degree.AWAIT) {
                assertThat(outage.lost()).isZero();
                assertThat(outage.failed()).isPositive();
            } else {
                assertThat(outage.failed()).isZero();
                assertThat(outage.lost()).isPositive();
            }
        }
    }

    @Test
    void a_thread_for_each_caller_or_none() throws Exception {
        Row row = Row.parse("tcp");
        List<Waiting> waiting;
        try (RowProcesses processes = processes(row, Action.SEARCH, 3)) {
            waiting = new WaitingTrial(row, processes).run();
        }
        assertThat(waiting).extracting(Waiting::blocking).containsExactly(false, true);
        for (Waiting one : waiting) {
            assertThat(one.waited()).isEqualTo(WaitingTrial.CALLERS);
            assertThat(one.answered()).isEqualTo(WaitingTrial.CALLERS);
        }
        assertThat(waiting.get(0).threads()).isLessThan(10);
        assertThat(waiting.get(1).threads()).isBetween(WaitingTrial.CALLERS, WaitingTrial.CALLERS + 10);
    }

    @Test
    void what_was_too_much_is_somewhere() throws Exception {
        Row row = Row.parse("tcp");
        Row slow = row.planted("tcp", OverloadTrial.HANDLING_MICROS);
        Overload overload;
        try (RowProcesses processes = processes(slow, Action.PUBLISH, 4)) {
            overload = new OverloadTrial(row, processes, Duration.ofSeconds(1)).run();
        }
        assertThat(overload.sent()).isEqualTo(5_000);
        assertThat(overload.wentOn() + overload.failed()).isEqualTo(overload.sent());
        // More came than the consumer, which takes 2 ms for each, could have handled on any machine.
        System.out.printf(Locale.ROOT, "%.0f handled a second%n", overload.handledPerSecond());
        assertThat(overload.moments()).extracting(Moment::handled).isSorted();
        assertThat(overload.moments().stream().mapToLong(Moment::backlog).max().orElse(0))
                .isPositive();
        assertThat(overload.left()).isZero();
    }

    private RowProcesses processes(Row row, Action action, int number) {
        Load load = new Load(Loop.CONSTANT, 100, 0);
        Suite suite =
                OneRowSuite.of(row, Duration.ofSeconds(2), new Scenario(action.word(), action, "binary", load, true));
        return new RowProcesses(suite, row, number, ProcessContext.at(logs));
    }
}
