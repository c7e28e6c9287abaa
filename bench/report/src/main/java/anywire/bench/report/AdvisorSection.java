package anywire.bench.report;

import anywire.bench.analysis.advice.Advice;
import anywire.bench.analysis.advice.Advice.Reason;
import anywire.bench.analysis.advice.Anchors;
import anywire.bench.analysis.advice.Capability;
import anywire.bench.analysis.advice.Evidence;
import anywire.bench.analysis.advice.Requirement;
import anywire.bench.analysis.advice.Standing;
import anywire.bench.analysis.advice.Standing.Capacity;
import anywire.bench.analysis.advice.Standing.Timing;
import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.report.Piece.Choice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** {@code anywire advise}, in the page: the same standings, as data for its script. */
final class AdvisorSection {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** As {@code anywire advise} has them where nothing is said. */
    private static final Set<Requirement> CHOSEN = Set.of(Requirement.CALLS, Requirement.APART);

    private AdvisorSection() {}

    static Section of(Run run, List<Standing> rows) {
        Section.Builder section = Section.titled(Anchors.ADVISE, "What do you need?");
        if (rows.isEmpty()) {
            return section.build();
        }
        return section.text(
                        "Ranked is what serves a need, by this run's evidence alone: what keeps a transport out stands beside"
                                + " it, and what this run could not tell, with the command that finds out. With scripts this is"
                                + " a form; without them, and for any need: anywire advise --help.")
                .advisor(new Piece.Advisor(wishes(), works(), networks(run), json(run, rows)))
                .build();
    }

    private static List<Choice> wishes() {
        return Arrays.stream(Requirement.values())
                .map(wish -> new Choice(wish.word(), wish.text(), CHOSEN.contains(wish)))
                .toList();
    }

    private static List<Choice> works() {
        return Arrays.stream(Work.values())
                .map(work -> new Choice(work.word(), work.text(), work == Work.CALL))
                .toList();
    }

    /** Those that were measured first in mind, but all of them: what was not measured is told. */
    private static List<Choice> networks(Run run) {
        return Arrays.stream(Network.values())
                .map(network -> new Choice(
                        network.word(),
                        Advice.over(network)
                                + (run.suite().scenarios().stream().anyMatch(s -> s.network() == network)
                                        ? ""
                                        : " (not measured here)"),
                        network == Network.LOOPBACK))
                .toList();
    }

    record Data(List<RowData> rows, Map<String, NetworkData> networks) {}

    record NetworkData(String text, String suite) {}

    record RowData(
            String row,
            String label,
            Map<String, AnswerData> answers,
            List<CapacityData> capacities,
            long maxBody,
            ReasonData tooLarge,
            List<TimingData> timings) {}

    record EvidenceData(String mark, String link) {}

    record ReasonData(String text, EvidenceData evidence) {}

    record AnswerData(String known, String why, EvidenceData evidence) {}

    record CapacityData(double holds, double fails, ReasonData exceeded) {}

    record TimingData(
            String work,
            String network,
            long p90Nanos,
            double ratio,
            double low95,
            double high95,
            boolean held,
            double perSecond,
            String text,
            ReasonData late,
            ReasonData fell,
            EvidenceData evidence) {}

    /** Safe inside a page: no markup can begin in it. */
    private static String json(Run run, List<Standing> rows) {
        Map<String, NetworkData> networks = new LinkedHashMap<>();
        for (Network network : Network.values()) {
            networks.put(network.word(), new NetworkData(Advice.over(network), Advice.suite(network)));
        }
        Data data = new Data(rows.stream().map(row -> row(run, row)).toList(), networks);
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static RowData row(Run run, Standing row) {
        Map<String, AnswerData> answers = new LinkedHashMap<>();
        row.answers().forEach((wish, answer) -> answers.put(wish.word(), answer(answer)));
        return new RowData(
                row.row(),
                row.label(),
                answers,
                row.capacities().stream().map(AdvisorSection::capacity).toList(),
                row.maxBodyBytes(),
                reason(row.bodyTooLarge()),
                row.timings().stream()
                        .map(t -> timing(t, run.suite().reference()))
                        .toList());
    }

    private static AnswerData answer(Capability answer) {
        return new AnswerData(answer.known().name(), answer.why(), evidence(answer.evidence()));
    }

    private static CapacityData capacity(Capacity capacity) {
        return new CapacityData(capacity.holdsPerSecond(), capacity.failsPerSecond(), reason(capacity.exceeded()));
    }

    private static TimingData timing(Timing t, String reference) {
        return new TimingData(
                t.work().word(),
                t.network(),
                t.p90Nanos(),
                t.ratio(),
                t.low95(),
                t.high95(),
                t.held(),
                t.perSecond(),
                AdviceText.timed(t, reference),
                reason(t.late()),
                reason(t.fell()),
                evidence(t.evidence()));
    }

    private static ReasonData reason(Reason reason) {
        return new ReasonData(reason.text(), evidence(reason.evidence()));
    }

    private static EvidenceData evidence(Evidence evidence) {
        return new EvidenceData(evidence.kind().mark(), evidence.link());
    }
}
