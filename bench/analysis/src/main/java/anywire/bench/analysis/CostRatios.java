package anywire.bench.analysis;

import anywire.bench.analysis.TwoLevels.Between;
import anywire.bench.model.Analysis.CostComparison;
import anywire.bench.model.Analysis.Ratio;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Spread;
import anywire.bench.model.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call costs of CPU, driver, services and broker together, over what it costs with the reference: round by round, as
 * latencies are compared, and judged by the same margin. Not corrected for how many there are.
 */
final class CostRatios {
    private final Run run;
    private final Judge judge;

    CostRatios(Run run) {
        this.run = run;
        this.judge = new Judge(run.suite().margin());
    }

    /** None where the reference was not measured, or where no account is kept. */
    List<CostComparison> of(Scenario scenario, Rounds rounds) {
        String reference = run.suite().reference();
        Map<String, List<List<Double>>> logs = new LinkedHashMap<>();
        for (String row : run.suite().transports()) {
            List<List<Double>> its = Rounds.byGeneration(rounds.logs(row, reference, CostRatios::log));
            if (!row.equals(reference) && !its.isEmpty()) {
                logs.put(row, its);
            }
        }
        Between between = PooledBetween.of(List.copyOf(logs.values()), new Spread("", 0, 0, "unknown"));
        return logs.entrySet().stream()
                .map(row -> compared(scenario, row.getKey(), TwoLevels.of(row.getValue(), between)))
                .toList();
    }

    private CostComparison compared(Scenario scenario, String transport, TwoLevels estimate) {
        String reference = run.suite().reference();
        boolean interval = estimate.spreadKnown();
        Ratio ratio = new Ratio(
                "CPU a call / " + reference,
                Math.exp(estimate.mean()),
                interval ? Math.exp(estimate.low(0.95)) : 0,
                interval ? Math.exp(estimate.high(0.95)) : 0,
                estimate.rounds());
        Verdict verdict = interval ? judge.judge(estimate).uncorrected() : Verdict.NO_VERDICT;
        return new CostComparison(scenario.name(), transport, reference, ratio, verdict);
    }

    private static double log(Window own, Window other) {
        return Math.log(nanosPerCall(own) / nanosPerCall(other));
    }

    private static double nanosPerCall(Window w) {
        double nanos = w.driver().cpuNanos() + w.server().cpuNanos() + w.brokerCpuNanos();
        return nanos / w.accounting().answered();
    }
}
