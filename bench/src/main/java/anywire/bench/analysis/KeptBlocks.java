package anywire.bench.analysis;

import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Block;
import anywire.bench.run.Flaw;
import anywire.bench.run.Window;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which blocks count for a scenario. A block that was cut short counts for nothing. One that the harness or the machine
 * spoilt is dropped for all transports: for every scenario, where the block as a whole or a floor was spoilt, else for
 * the scenario whose window it was. At most a fifth of the blocks are dropped of any scenario: where more are spoilt, none
 * is, and the scenario is invalid instead.
 *
 * @param scenario empty for what all scenarios share: floors, the warm-up, the machine
 * @param whole all that came to their end
 * @param blocks of these, those that count
 * @param dropped all others, those cut short among them
 * @param unforgiven spoilt blocks that could not be dropped, because they are too many
 */
record KeptBlocks(
        String scenario, List<Block> whole, List<Block> blocks, List<Dropped> dropped, List<Block> unforgiven) {
    /** What all scenarios share. */
    static KeptBlocks of(List<Block> all) {
        return of(all, "");
    }

    static KeptBlocks of(List<Block> all, String scenario) {
        List<Block> whole = all.stream().filter(b -> !cutShort(b)).toList();
        List<Block> spoilt =
                whole.stream().filter(b -> !spoiling(b, scenario).isEmpty()).toList();
        boolean tooMany = spoilt.size() > whole.size() / 5;
        List<Block> kept = whole.stream()
                .filter(b -> tooMany || spoiling(b, scenario).isEmpty())
                .toList();
        Set<Integer> numbers = kept.stream().map(Block::number).collect(Collectors.toSet());
        List<Dropped> dropped = all.stream()
                .filter(b -> !numbers.contains(b.number()))
                .map(b -> new Dropped(b.number(), scenario, spoiling(b, scenario)))
                .toList();
        return new KeptBlocks(scenario, whole, kept, dropped, tooMany ? spoilt : List.of());
    }

    private static boolean cutShort(Block block) {
        return block.flaws().stream().anyMatch(f -> f.check().equals(Block.CUT_SHORT));
    }

    List<Integer> numbers() {
        return blocks.stream().map(Block::number).toList();
    }

    /** A transport's windows in the blocks that count. */
    List<Window> windows(String transport) {
        return blocks.stream()
                .flatMap(b -> b.windows().stream())
                .filter(w -> w.scenario().equals(scenario) && w.transport().equals(transport))
                .toList();
    }

    /** Flaws of the block itself, of its floors and of the scenario's windows. */
    static List<Flaw> spoiling(Block block, String scenario) {
        Stream<Window> windows = Stream.concat(
                block.floors().stream(),
                block.windows().stream().filter(w -> w.scenario().equals(scenario)));
        return Stream.concat(block.flaws().stream().filter(KeptBlocks::spoils), windows.flatMap(KeptBlocks::spoiling))
                .distinct()
                .toList();
    }

    private static Stream<Flaw> spoiling(Window window) {
        return window.flaws().stream().filter(KeptBlocks::spoils);
    }

    private static boolean spoils(Flaw flaw) {
        return flaw.blame().spoils();
    }
}
