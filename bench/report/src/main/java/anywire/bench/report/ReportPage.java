package anywire.bench.report;

import anywire.bench.analysis.advice.Anchors;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.analysis.advice.Standings;
import anywire.bench.model.Analysis;
import anywire.bench.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A whole report, in the order in which a sceptic reads it: answer, trust, figures, limits, method, evidence. */
record ReportPage(String title, List<Section> sections) {
    /** With more, a row of links no longer helps. */
    private static final int FEW = 8;

    static ReportPage of(Run run, Analysis analysis) {
        List<Section> sections = new ArrayList<>();
        Overview overview = Overview.of(run, analysis);
        sections.add(AnswerSection.of(run, analysis, overview));
        sections.add(CantTellSection.of(run, analysis));
        sections.add(SameForAllSection.of(run));
        sections.add(ProsAndConsSection.of(run, overview));
        sections.add(AdvisorSection.of(run, Standings.of(run, analysis)));
        // Side by side: there may be hundreds.
        sections.addAll(IntStream.range(0, analysis.scenarios().size())
                .parallel()
                .mapToObj(i -> new ScenarioSection(run, analysis.scenarios().get(i), i).section())
                .toList());
        sections.add(StepsSection.of(run, analysis));
        sections.add(LoadCurveSection.of(run, analysis));
        sections.add(CapacitySection.of(run));
        sections.add(CostSection.of(run, analysis));
        sections.add(FootprintSection.of(run, analysis));
        sections.add(SynchronicitySection.of(run, analysis));
        sections.add(OverloadSection.of(run));
        sections.add(NetworksSection.of(analysis));
        sections.add(MethodSection.of(run, analysis));
        sections.add(CalibrationSection.of(run));
        sections.add(AccountingSection.of(run, analysis));
        sections.add(WarmUpSection.of(run, analysis));
        sections.add(GenerationsSection.of(run, analysis));
        sections.add(GuaranteesSection.of(run));
        sections.add(TransportsSection.of(run));
        sections.add(EnvironmentSection.of(run));
        sections.add(SuiteSection.of(run));
        return new ReportPage(
                "Anywire: " + run.suite().name() + ", " + run.id(),
                sections.stream().filter(s -> !s.pieces().isEmpty()).toList());
    }

    /** Links that always stand at the top; many scenarios have a list of their own. */
    List<Section> links() {
        boolean apart = !scenarios().isEmpty();
        return sections.stream()
                .skip(1)
                .filter(s -> !apart || !Anchors.isScenario(s.id()))
                .toList();
    }

    /** None where they are few. */
    List<Section> scenarios() {
        List<Section> all =
                sections.stream().filter(s -> Anchors.isScenario(s.id())).toList();
        return all.size() > FEW ? all : List.of();
    }
}
