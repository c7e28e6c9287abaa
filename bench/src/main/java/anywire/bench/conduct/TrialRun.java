package anywire.bench.conduct;

import anywire.bench.run.Degree;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Suite;
import anywire.bench.run.Trials;
import anywire.bench.run.Trials.Outage;
import anywire.bench.run.Trials.Overload;
import anywire.bench.run.Trials.Waiting;
import anywire.host.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tries one row's manners, over processes of their own each time, pinned as in a generation. */
final class TrialRun {
    private final Suite suite;
    private final Path logs;
    private final List<Outage> outages = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Overload> overloads = new ArrayList<>();
    private int number;

    /** @param firstNumber that no generation has: processes' logs are named by it and those that follow */
    TrialRun(Suite suite, Path logs, int firstNumber) {
        this.suite = suite;
        this.logs = logs;
        this.number = firstNumber;
    }

    /** Does nothing for a row to which it does not apply: without a process that serves, or with no posts that last. */
    void run(Trials.Kind kind, Row row) throws InterruptedException {
        boolean served = row.schemes().stream().noneMatch(InProcessScheme::is);
        switch (kind) {
            case OUTAGE -> {
                if (served && row.legs().size() > 1 && !row.store().isEmpty()) {
                    outages(row);
                }
            }
            case WAITING -> {
                if (served) {
                    try (RowProcesses processes = processes(row, "search")) {
                        waiting.addAll(new WaitingTrial(row, processes).run());
                    }
                }
            }
            case OVERLOAD -> {
                if (served) {
                    Row slow = row.planted(row.name(), OverloadTrial.HANDLING_MICROS);
                    try (RowProcesses processes = processes(slow, "publish")) {
                        overloads.add(new OverloadTrial(row, processes, OverloadTrial.OFFERED).run());
                    }
                }
            }
        }
    }

    private void outages(Row row) throws InterruptedException {
        for (Degree degree : Degree.values()) {
            try (RowProcesses processes = processes(row, degree.action())) {
                outages.add(new OutageTrial(row, degree, processes).run());
            }
        }
    }

    /** Not started yet. */
    private RowProcesses processes(Row row, String action) {
        Load load = new Load(Loop.CONSTANT, 1, 0);
        Suite asked = suite.narrowed(
                List.of(row), List.of(new Scenario(action, action, "binary", load, false)), suite.window(), List.of());
        return new RowProcesses(asked, row, number++, Site.at(logs));
    }

    Trials soFar() {
        return new Trials(List.copyOf(outages), List.copyOf(waiting), List.copyOf(overloads));
    }
}
