package anywire.bench.analysis;

import anywire.bench.model.Generation;
import anywire.bench.model.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Generations as one scenario has them: with its windows alone. Sorted once, since scenarios may be hundreds. */
final class ByScenario {
    private final List<Sorted> generations;

    private record Sorted(Generation generation, Map<String, List<Window>> windows) {
        static Sorted of(Generation generation) {
            return new Sorted(
                    generation, generation.windows().stream().collect(Collectors.groupingBy(Window::scenario)));
        }

        Generation only(String scenario) {
            return generation.having(windows.getOrDefault(scenario, List.of()));
        }
    }

    ByScenario(List<Generation> generations) {
        this.generations = generations.stream().map(Sorted::of).toList();
    }

    List<Generation> of(String scenario) {
        return generations.stream().map(sorted -> sorted.only(scenario)).toList();
    }
}
