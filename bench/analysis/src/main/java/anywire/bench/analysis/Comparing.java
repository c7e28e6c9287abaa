package anywire.bench.analysis;

import anywire.bench.analysis.TrustCheck.Conditions;
import anywire.bench.analysis.TrustCheck.Evidence;
import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Reason;
import anywire.bench.model.Room;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import anywire.bench.model.TrustBounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every row against the reference: drafts first, then verdicts, corrected together. */
final class Comparing {
    private static final List<Integer> PERCENTILES = List.of(50, 90);
    /** So many times as much: five runs in December 2026 had 0 to 0.5 for the baseline, 0.29 in the mean of squares. */
    private static final double BASELINE_SPREADS = 3;

    private final Run run;
    private final Judge judge;
    private final Room room;
    private final List<TrustCheck> checks;
    private final Map<String, Spread> known;

    /** @param known spreads between generations from elsewhere, by group of networks */
    Comparing(Run run, Map<String, Spread> known) {
        this.run = run;
        this.judge = new Judge(run.suite().margin());
        this.room = Room.of(run.suite().layout(), run.environment().cores());
        this.known = known;
        this.checks = checks(run.judgedBy().bounds());
    }

    private static List<TrustCheck> checks(TrustBounds bounds) {
        return List.of(
                new DeliveredLoad(),
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
    record Measured(Scenario scenario, Rounds rounds) {
        private String group() {
            return Spread.group(scenario.network());
        }

        private List<Rounds.LogRatio> logs(String row, String reference, int percentile) {
            return rounds.logs(row, reference, percentile);
        }
    }

    /** In the order of scenarios; none of a scenario in which the reference was not measured. */
    List<Comparison> compare(List<Measured> scenarios) {
        Pools all = new Pools();
        Pools undisturbed = new Pools();
        for (Measured one : scenarios) {
            for (String row : compared(one)) {
                for (int percentile : PERCENTILES) {
                    List<Rounds.LogRatio> logs = one.logs(row, run.suite().reference(), percentile);
                    all.add(one, row, percentile, logs);
                    undisturbed.add(one, row, percentile, undisturbed(logs));
                }
            }
        }
        int rows = scenarios.stream().mapToInt(one -> compared(one).size()).sum();
        Conditions conditions = Conditions.of(room, judge.logMargin(), rows);
        List<Draft> drafts = new ArrayList<>();
        for (Measured one : scenarios) {
            for (String row : compared(one)) {
                for (int percentile : PERCENTILES) {
                    drafts.add(draft(one, row, percentile, all, undisturbed, conditions));
                }
            }
        }
        return decide(drafts);
    }

    /**
     * Each kind of network's cells, by percentile: what they pool of the spread between generations. The baseline's calls
     * are a hundred times as short, and what makes a generation of them slower (a cold cache) is nothing to the others: its
     * cells are pooled by themselves.
     */
    private final class Pools {
        private final Map<Pool, List<List<List<Double>>>> cells = new HashMap<>();
        private final Map<Pool, Between> pooled = new HashMap<>();

        void add(Measured one, String row, int percentile, List<Rounds.LogRatio> logs) {
            cells.computeIfAbsent(pool(one, row, percentile), key -> new ArrayList<>())
                    .add(Rounds.byGeneration(logs));
        }

        private Pool pool(Measured one, String row, int percentile) {
            return new Pool(one.group(), percentile, row.equals(run.suite().baseline()));
        }

        Between between(Measured one, String row, int percentile) {
            return pooled.computeIfAbsent(
                    pool(one, row, percentile),
                    key -> PooledBetween.of(cells.getOrDefault(key, List.of()), knownOf(key)));
        }

        private Spread knownOf(Pool pool) {
            Spread unknown = new Spread(pool.networks(), 0, 0, "unknown");
            if (!pool.baseline()) {
                return known.getOrDefault(pool.networks(), unknown);
            }
            // No network lies under it.
            Spread others = known.getOrDefault(Spread.LOOPBACK, unknown);
            return new Spread(
                    pool.networks(), others.withinSdLog(), BASELINE_SPREADS * others.betweenSdLog(), others.source());
        }

        TwoLevels estimate(Measured one, String row, int percentile, List<Rounds.LogRatio> logs) {
            return TwoLevels.of(Rounds.byGeneration(logs), between(one, row, percentile));
        }
    }

    private record Pool(String networks, int percentile, boolean baseline) {}

    private List<String> compared(Measured one) {
        String reference = run.suite().reference();
        return one.rounds().measured(reference)
                ? run.suite().transports().stream()
                        .filter(row -> !row.equals(reference) && one.rounds().measured(row))
                        .toList()
                : List.of();
    }

    private Draft draft(Measured one, String row, int percentile, Pools all, Pools undisturbed, Conditions conditions) {
        String reference = run.suite().reference();
        List<Rounds.LogRatio> logs = one.logs(row, reference, percentile);
        List<Rounds.LogRatio> medians = one.logs(row, reference, 50);
        Evidence evidence = new Evidence(
                one.scenario(),
                row,
                reference,
                one.rounds(),
                all.estimate(one, row, 50, medians),
                undisturbed.estimate(one, row, 50, undisturbed(medians)),
                conditions);
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
                all.estimate(one, row, percentile, logs),
                undisturbed.estimate(one, row, percentile, undisturbed(logs)),
                all.between(one, row, percentile),
                reasons,
                judge);
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
        double minutes = Duration.between(run.startedAt(), run.endedAt()).toSeconds() / 60.0;
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
