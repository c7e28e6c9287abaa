package anywire.bench.analysis;

import anywire.bench.run.Analysis;
import anywire.bench.run.Analysis.ScenarioAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One of two runs that are compared. @param name A or B */
record Side(String name, Run run, Analysis analysis) {

    Optional<ScenarioAnalysis> scenario(String named) {
        return analysis.scenarios().stream()
                .filter(s -> s.scenario().name().equals(named))
                .findFirst();
    }

    /** Log percentile of each generation that counts. */
    Sample logs(String scenario, String transport, int percentile) {
        return Sample.of(run.generations().stream()
                .filter(b -> analysis.counts(scenario, b.number()))
                .map(b -> GenerationRatios.nanos(b, scenario, transport, percentile))
                .filter(OptionalDouble::isPresent)
                .map(nanos -> Math.log(nanos.getAsDouble()))
                .toList());
    }

    Sample floorLogs(String floor) {
        return Floors.logs(
                floor,
                run.generations().stream()
                        .filter(b -> analysis.kept().contains(b.number()))
                        .toList());
    }

    /** Why the run isn't trusted, in one line; the first reason stands for all. */
    Optional<String> doubt() {
        List<String> reasons = Stream.concat(
                        analysis.reasons().stream(),
                        analysis.scenarios().stream().flatMap(s -> s.reasons().stream()))
                .distinct()
                .toList();
        if (run.complete() && analysis.trust() == Trust.TRUSTED) {
            return Optional.empty();
        }
        String more = reasons.size() > 1 ? " (and " + (reasons.size() - 1) + " more)" : "";
        return Optional.of(name + " is " + (run.complete() ? "" : "incomplete and ")
                + analysis.trust().words() + ": " + String.join("", reasons.subList(0, Math.min(1, reasons.size())))
                + more);
    }
}
