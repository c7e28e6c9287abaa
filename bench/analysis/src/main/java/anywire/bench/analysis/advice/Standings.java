package anywire.bench.analysis.advice;

import anywire.bench.analysis.advice.Standing.Capacity;
import anywire.bench.analysis.advice.Standing.Timing;
import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.CellAnalysis;
import anywire.bench.model.Analysis.Comparison;
import anywire.bench.model.Analysis.ScenarioAnalysis;
import anywire.bench.model.Dimension;
import anywire.bench.model.Run;
import anywire.bench.model.Stated;
import anywire.bench.model.Tested;
import anywire.bench.model.TransportFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How all rows stand. */
public final class Standings {
    private final Run run;
    private final Analysis analysis;

    private Standings(Run run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
    }

    /** In the run's order; of rows that were never up there are none. */
    public static List<Standing> of(Run run, Analysis analysis) {
        Standings all = new Standings(run, analysis);
        return run.suite().transports().stream()
                .flatMap(row -> run.transports().stream().filter(t -> t.name().equals(row)))
                .map(all::standing)
                .toList();
    }

    private Standing standing(TransportFacts facts) {
        Map<Requirement, Capability> answers = new EnumMap<>(Requirement.class);
        for (Requirement wish : Requirement.values()) {
            answers.put(wish, answer(wish, facts));
        }
        return new Standing(
                facts.name(),
                facts.label(),
                answers,
                capacities(facts.name()),
                facts.maxBodyBytes(),
                timings(facts.name()));
    }

    private Capability answer(Requirement wish, TransportFacts facts) {
        return switch (wish) {
            case CALLS -> kind("call", facts);
            case EVENTS -> kind("event", facts);
            case PUSHES -> kind("push", facts);
            case LOSE_NOTHING -> kept("EVENTS_ARRIVE", facts);
            case WAIT_FOR_PEER -> kept("EVENTS_WAIT_FOR_SERVICE", facts);
            case APART -> kept("REACHES_OTHER_MACHINES", facts);
            case BROWSERS -> stated(Dimension.BROWSERS, facts);
            case LANGUAGES -> stated(Dimension.LANGUAGES, facts);
            case NO_BROKER -> noBroker(facts);
        };
    }

    private static Capability kind(String kind, TransportFacts facts) {
        boolean can =
                facts.kinds().stream().anyMatch(k -> k.toLowerCase(Locale.ROOT).startsWith(kind));
        return Capability.of(can, (can ? "it carries " : "it does not carry ") + kind + "s", Evidence.promise());
    }

    private static Capability kept(String guarantee, TransportFacts facts) {
        String words = guarantee.toLowerCase(Locale.ROOT).replace('_', ' ');
        Optional<Tested> tested = facts.tested().stream()
                .filter(t -> t.guarantee().equals(guarantee))
                .findFirst();
        if (tested.isEmpty()) {
            boolean promised = facts.guarantees().contains(words);
            String why = promised ? "promised, and not tested here: " + words : "not promised: " + words;
            return promised
                    ? Capability.unknown(why, Evidence.promise())
                    : Capability.of(false, why, Evidence.promise());
        }
        return switch (tested.get().outcome()) {
            case KEPT ->
                Capability.of(
                        true,
                        words,
                        Evidence.tested("TCK, tried as " + tested.get().under()));
            case BROKEN -> Capability.of(false, "promised and not kept: " + words, Evidence.tested("TCK"));
            case NOT_TRIED -> Capability.unknown("promised, and not tried: " + words, Evidence.promise());
            case NOT_PROMISED -> Capability.of(false, "not promised: " + words, Evidence.promise());
        };
    }

    private static Capability stated(Dimension respect, TransportFacts facts) {
        Optional<Stated> its = facts.stated().stream()
                .filter(s -> s.respect().equals(respect.word()))
                .findFirst();
        if (its.isEmpty()) {
            return Capability.unknown("nothing is stated of its " + respect.heading(), Evidence.promise());
        }
        return Capability.of(
                !its.get().side().equals("con"),
                its.get().text(),
                Evidence.stated(its.get().source()));
    }

    private static Capability noBroker(TransportFacts facts) {
        boolean broker = facts.facts().keySet().stream().anyMatch(name -> name.endsWith(" broker"));
        return Capability.of(
                !broker,
                broker ? "there is a broker between" : "nothing runs but the services",
                Evidence.measured("transports as they ran", Anchors.TRANSPORTS));
    }

    private List<Capacity> capacities(String row) {
        return run.capacities().stream()
                .filter(c -> c.row().equals(row))
                .map(c -> new Capacity(
                        c.action(),
                        c.holdsPerSecond(),
                        c.failsPerSecond(),
                        Evidence.measured("capacity", Anchors.CAPACITY)))
                .toList();
    }

    private List<Timing> timings(String row) {
        List<Timing> all = new ArrayList<>();
        for (int i = 0; i < analysis.scenarios().size(); i++) {
            ScenarioAnalysis scenario = analysis.scenarios().get(i);
            Optional<CellAnalysis> cell = scenario.cells().stream()
                    .filter(c -> c.transport().equals(row) && c.intended().count() > 0)
                    .findFirst();
            Optional<Work> work = work(scenario.scenario().action());
            if (cell.isPresent() && work.isPresent()) {
                all.add(timing(scenario, cell.get(), work.get(), Anchors.scenario(i)));
            }
        }
        return all;
    }

    private static Optional<Work> work(Action action) {
        if (action.untilHeard()) {
            return Optional.of(Work.PUSH);
        }
        return action == Action.AUTHENTICATE || action == Action.TIMELINE ? Optional.of(Work.CALL) : Optional.empty();
    }

    private Timing timing(ScenarioAnalysis scenario, CellAnalysis cell, Work work, String anchor) {
        boolean reference = cell.transport().equals(run.suite().reference());
        Optional<Comparison> median = scenario.median(cell.transport()).filter(c -> !c.broken() && c.rounds() > 0);
        return new Timing(
                work,
                scenario.scenario().network().word(),
                cell.intended().p50Nanos(),
                cell.intended().p90Nanos(),
                reference ? 1 : median.map(Comparison::ratio).orElse(0.0),
                reference ? 1 : median.map(Comparison::low95).orElse(0.0),
                reference ? 1 : median.map(Comparison::high95).orElse(0.0),
                reference ? "reference" : median.map(c -> c.verdict().words()).orElse("no figure"),
                cell.delivered(),
                scenario.scenario().load().ratePerSecond(),
                Evidence.measured(scenario.scenario().name(), anchor));
    }
}
