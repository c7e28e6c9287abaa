package anywire.bench.analysis;

import anywire.bench.analysis.Check.Doubt;
import anywire.bench.analysis.Check.Evidence;
import anywire.bench.run.Analysis.Trust;
import java.util.List;
import java.util.Optional;

/** How far one scenario can be trusted: the worst that any check says, and all that they say. */
record ScenarioTrust(Trust trust, List<String> reasons) {
    private static final List<Check> CHECKS = List.of(
            new SomethingMeasured(),
            new RightAnswers(),
            new BalancedAccounting(),
            new FewSpoiltBlocks(),
            new EnoughBlocks(),
            new CleanAccounting(),
            new QuietCompilers(),
            new QuietCollectors(),
            new SteadyWindows(),
            new KnownPeak());

    static ScenarioTrust of(Evidence evidence) {
        List<Doubt> doubts = CHECKS.stream()
                .map(c -> c.of(evidence))
                .flatMap(Optional::stream)
                .toList();
        return new ScenarioTrust(
                doubts.stream().map(Doubt::trust).reduce(Trust.TRUSTED, Trust::worse),
                doubts.stream().map(Doubt::reason).toList());
    }
}
