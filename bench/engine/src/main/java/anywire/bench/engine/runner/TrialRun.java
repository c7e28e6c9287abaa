package anywire.bench.engine.runner;

import anywire.bench.model.Action;
import anywire.bench.model.Degree;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.model.Trials;
import anywire.bench.model.Trials.Outage;
import anywire.bench.model.Trials.Overload;
import anywire.bench.model.Trials.Waiting;
import anywire.host.ProcessContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tries how one row behaves, over processes of their own each time, pinned as in a generation. */
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
                    try (RowProcesses processes = processes(row, Action.SEARCH)) {
                        waiting.addAll(new WaitingTrial(row, processes).run());
                    }
                }
            }
            case OVERLOAD -> {
                if (served) {
                    Row slow = row.planted(row.name(), OverloadTrial.HANDLING_MICROS);
                    try (RowProcesses processes = processes(slow, Action.PUBLISH)) {
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
    private RowProcesses processes(Row row, Action action) {
        Load load = new Load(Loop.CONSTANT, 1, 0);
        Suite asked = suite.narrowed(
                List.of(row),
                List.of(new Scenario(action.word(), action, "binary", load, false)),
                suite.window(),
                List.of());
        return new RowProcesses(asked, row, number++, ProcessContext.at(logs));
    }

    Trials soFar() {
        return new Trials(List.copyOf(outages), List.copyOf(waiting), List.copyOf(overloads));
    }
}
