package anywire.bench.analysis;

import anywire.bench.analysis.Check.Evidence;
import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.run.Analysis.Comparison;
import anywire.bench.run.Reason;
import anywire.bench.run.Room;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import anywire.bench.run.Spread;
import anywire.bench.run.TrustBounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every row against the reference: drafts first, then verdicts, corrected together. */
final class Comparing {
    private static final List<Integer> PERCENTILES = List.of(50, 90);

    private final Run run;
    private final Judge judge;
    private final Room room;
    private final List<Check> checks;
    private final Map<String, Spread> known;

    /** @param known spreads between generations from elsewhere, by group of networks */
    Comparing(Run run, Map<String, Spread> known) {
        this.run = run;
        this.judge = new Judge(run.suite().margin());
        this.room = Room.of(run.suite().layout(), run.environment().cores());
        this.known = known;
        this.checks = checks(run.judgedBy().bounds());
    }

    private static List<Check> checks(TrustBounds bounds) {
        return List.of(
                new Delivery(),
                new SettledRatio(),
                new RestingCompilers(bounds),
                new AgreeingAnalyses(),
                new EqualSteal(bounds),
                new EqualOthers(bounds),
                new EqualSendLag(),
                new RoomToSpare(),
                new CleanAccounting(),
                new QuietMachine(bounds),
                new RareCollections(),
                new SeveralGenerations());
    }

    /** One scenario's rounds. */
    record Measured(Scenario scenario, Rounds rounds) {}

    /** In the order of scenarios; none of a scenario in which the reference was not measured. */
    List<Comparison> compare(List<Measured> scenarios) {
        Map<String, Between> between = new HashMap<>();
        for (int percentile : PERCENTILES) {
            for (String group : List.of(Spread.LOOPBACK, Spread.NETWORK)) {
                between.put(
                        group + percentile,
                        PooledBetween.of(
                                cells(scenarios, group, percentile),
                                known.getOrDefault(group, new Spread(group, 0, 0, "unknown"))));
            }
        }
        List<Draft> drafts = new ArrayList<>();
        for (Measured one : scenarios) {
            for (String row : compared(one)) {
                for (int percentile : PERCENTILES) {
                    drafts.add(draft(one, row, percentile, its(between, one, percentile), its(between, one, 50)));
                }
            }
        }
        return decide(drafts);
    }

    private static Between its(Map<String, Between> between, Measured one, int percentile) {
        return Objects.requireNonNull(between.get(Spread.group(one.scenario().network()) + percentile));
    }

    private List<String> compared(Measured one) {
        String reference = run.suite().reference();
        return one.rounds().measured(reference)
                ? run.suite().transports().stream()
                        .filter(row -> !row.equals(reference) && one.rounds().measured(row))
                        .toList()
                : List.of();
    }

    private List<List<List<Double>>> cells(List<Measured> scenarios, String group, int percentile) {
        return scenarios.stream()
                .filter(one -> Spread.group(one.scenario().network()).equals(group))
                .flatMap(one -> compared(one).stream()
                        .map(row -> Rounds.byGeneration(
                                one.rounds().logs(row, run.suite().reference(), percentile))))
                .toList();
    }

    private Draft draft(Measured one, String row, int percentile, Between its, Between ofMedians) {
        String reference = run.suite().reference();
        List<Rounds.LogRatio> logs = one.rounds().logs(row, reference, percentile);
        List<Rounds.LogRatio> medians = percentile == 50 ? logs : one.rounds().logs(row, reference, 50);
        TwoLevels undisturbed = estimate(undisturbed(logs), its);
        Evidence evidence = new Evidence(
                one.scenario(),
                row,
                reference,
                one.rounds(),
                estimate(medians, ofMedians),
                estimate(undisturbed(medians), ofMedians),
                room,
                judge.logMargin());
        List<Reason> reasons = Reason.ranked(checks.stream()
                .map(c -> c.of(evidence))
                .flatMap(Optional::stream)
                .toList());
        return new Draft(
                one.scenario(),
                row,
                reference,
                percentile,
                logs,
                estimate(logs, its),
                undisturbed,
                its,
                reasons,
                judge);
    }

    private static TwoLevels estimate(List<Rounds.LogRatio> logs, Between between) {
        return TwoLevels.of(Rounds.byGeneration(logs), between);
    }

    private static List<Rounds.LogRatio> undisturbed(List<Rounds.LogRatio> logs) {
        return logs.stream().filter(l -> !l.disturbed()).toList();
    }

    /** In the order given. */
    private List<Comparison> decide(List<Draft> drafts) {
        List<Draft> family = drafts.stream().filter(Draft::inFamily).toList();
        List<Double> corrected = Holm.adjust(family.stream().map(Draft::p).toList());
        List<Double> directions =
                Holm.adjust(family.stream().map(Draft::directionP).toList());
        double minutes = run.suite().budget().toSeconds() / 60.0;
        List<Comparison> decided = new ArrayList<>();
        int next = 0;
        for (Draft draft : drafts) {
            if (draft.inFamily()) {
                decided.add(draft.decide(corrected.get(next), directions.get(next), family.size(), minutes));
                next++;
            } else {
                decided.add(draft.decide(draft.p(), draft.directionP(), 1, minutes));
            }
        }
        return decided;
    }
}
