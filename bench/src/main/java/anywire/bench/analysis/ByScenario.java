package anywire.bench.analysis;

import anywire.bench.run.Block;
import anywire.bench.run.BlockCell;
import anywire.bench.run.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Blocks as one scenario has them: with its windows and cells alone. Sorted once, since scenarios may be hundreds. */
final class ByScenario {
    private final List<Sorted> blocks;

    private record Sorted(Block block, Map<String, List<Window>> windows, Map<String, List<BlockCell>> cells) {
        static Sorted of(Block block) {
            return new Sorted(
                    block,
                    block.windows().stream().collect(Collectors.groupingBy(Window::scenario)),
                    block.cells().stream().collect(Collectors.groupingBy(BlockCell::scenario)));
        }

        Block only(String scenario) {
            return block.having(windows.getOrDefault(scenario, List.of()), cells.getOrDefault(scenario, List.of()));
        }
    }

    ByScenario(List<Block> blocks) {
        this.blocks = blocks.stream().map(Sorted::of).toList();
    }

    List<Block> of(String scenario) {
        return blocks.stream().map(sorted -> sorted.only(scenario)).toList();
    }
}
