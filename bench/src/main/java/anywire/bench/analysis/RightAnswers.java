package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Figures;
import anywire.bench.run.Window;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A wrong answer invalidates its scenario, in whichever block it came: speed is nothing then. */
final class RightAnswers implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        Map<String, Long> wrong = evidence.blocks().stream()
                .flatMap(b -> b.windows().stream())
                .filter(w -> w.scenario().equals(evidence.scenario().name()))
                .filter(w -> w.accounting().wrong() > 0)
                .collect(Collectors.groupingBy(
                        Window::transport,
                        TreeMap::new,
                        Collectors.summingLong(w -> w.accounting().wrong())));
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        String who = wrong.entrySet().stream()
                .map(w -> w.getKey() + " " + Figures.whole(w.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of(new Doubt(Trust.INVALID, "Calls were answered with what was not asked for: " + who + "."));
    }
}
