package anywire.bench.analysis;

import anywire.bench.run.Analysis.CostComparison;
import anywire.bench.run.Analysis.Ratio;
import anywire.bench.run.Analysis.Verdict;
import anywire.bench.run.Generation;
import anywire.bench.run.Run;
import anywire.bench.run.Scenario;
import anywire.bench.run.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a call costs of CPU, driver, services and broker together, over what it costs with the reference: generation by generation, as
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
    List<CostComparison> of(Scenario scenario, KeptGenerations kept) {
        String reference = run.suite().reference();
        return run.suite().transports().stream()
                .filter(t -> !t.equals(reference))
                .map(t -> compared(scenario, t, kept))
                .filter(c -> c.ratio().generations() > 0)
                .toList();
    }

    private CostComparison compared(Scenario scenario, String transport, KeptGenerations kept) {
        String reference = run.suite().reference();
        List<Double> logs = new ArrayList<>();
        for (Generation generation : kept.generations()) {
            OptionalDouble own = nanosPerCall(generation, scenario, transport);
            OptionalDouble other = nanosPerCall(generation, scenario, reference);
            if (own.isPresent() && other.isPresent()) {
                logs.add(Math.log(own.getAsDouble() / other.getAsDouble()));
            }
        }
        Sample sample = Sample.of(logs);
        boolean interval = sample.n() >= Draft.MIN_GENERATIONS;
        Ratio ratio = new Ratio(
                "CPU a call / " + reference,
                Math.exp(sample.mean()),
                interval ? Math.exp(sample.low(0.95)) : 0,
                interval ? Math.exp(sample.high(0.95)) : 0,
                sample.n());
        Verdict verdict = Verdict.CANT_TELL;
        if (interval) {
            Judge.Judgement judgement = judge.judge(sample);
            verdict = judgement.at(judgement.p());
        }
        return new CostComparison(scenario.name(), transport, reference, ratio, verdict);
    }

    private static OptionalDouble nanosPerCall(Generation generation, Scenario scenario, String transport) {
        List<Window> windows = generation.windows().stream()
                .filter(w ->
                        w.scenario().equals(scenario.name()) && w.transport().equals(transport))
                .toList();
        long calls = windows.stream().mapToLong(w -> w.accounting().answered()).sum();
        long nanos = windows.stream()
                .mapToLong(w -> w.driver().cpuNanos() + w.server().cpuNanos() + w.brokerCpuNanos())
                .sum();
        return calls == 0 || nanos == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) nanos / calls);
    }
}
