package anywire.bench.analysis;

import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Generation;
import anywire.bench.model.Reason;
import anywire.bench.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One of two runs that are compared. @param name A or B */
record ComparedRun(String name, Run run, Analysis analysis) {

    Optional<ScenarioAnalysis> scenario(String named) {
        return analysis.scenarios().stream()
                .filter(s -> s.scenario().name().equals(named))
                .findFirst();
    }

    /** Log percentile of each round, by generation. */
    List<List<Double>> logs(String scenario, String transport, int percentile) {
        List<Generation> its = new ByScenario(run.generations()).of(scenario);
        return Rounds.byGeneration(Rounds.of(its, Set.of()).alone(transport, percentile));
    }

    Sample floorLogs(String floor) {
        return Floors.logs(floor, run.generations());
    }

    /** Why the run isn't trusted highly; empty where it is. */
    List<Reason> doubts() {
        return Reason.ranked(Stream.concat(
                        analysis.reasons().stream(),
                        analysis.scenarios().stream().flatMap(s -> s.reasons().stream()))
                .toList());
    }
}
