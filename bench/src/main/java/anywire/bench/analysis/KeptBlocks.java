package anywire.bench.analysis;

import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Block;
import anywire.bench.run.Flaw;
import anywire.bench.run.Window;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which blocks count. A block that was cut short counts for nothing. One that the harness or the machine spoilt is
 * dropped whole, for all transports, but at most a fifth of the blocks: where more are spoilt, none is dropped, and what
 * they spoilt is invalid instead.
 *
 * @param whole all that came to their end
 * @param blocks of these, those that count
 * @param dropped all others, those cut short among them
 * @param unforgiven spoilt blocks that could not be dropped, because they are too many
 */
record KeptBlocks(List<Block> whole, List<Block> blocks, List<Dropped> dropped, List<Block> unforgiven) {
    static KeptBlocks of(List<Block> all) {
        List<Block> whole = all.stream().filter(b -> !cutShort(b)).toList();
        List<Block> spoilt = whole.stream().filter(b -> !spoiling(b).isEmpty()).toList();
        boolean tooMany = spoilt.size() > whole.size() / 5;
        List<Block> kept =
                whole.stream().filter(b -> tooMany || spoiling(b).isEmpty()).toList();
        List<Dropped> dropped = all.stream()
                .filter(b -> !kept.contains(b))
                .map(b -> new Dropped(b.number(), spoiling(b)))
                .toList();
        return new KeptBlocks(whole, kept, dropped, tooMany ? spoilt : List.of());
    }

    private static boolean cutShort(Block block) {
        return block.flaws().stream().anyMatch(f -> f.check().equals(Block.CUT_SHORT));
    }

    List<Integer> numbers() {
        return blocks.stream().map(Block::number).toList();
    }

    /** One cell's windows in the blocks that count. */
    List<Window> windows(String scenario, String transport) {
        return blocks.stream()
                .flatMap(b -> b.windows().stream())
                .filter(w -> w.scenario().equals(scenario) && w.transport().equals(transport))
                .toList();
    }

    private static List<Flaw> spoiling(Block block) {
        return Stream.concat(spoilingAll(block), block.windows().stream().flatMap(KeptBlocks::spoiling))
                .distinct()
                .toList();
    }

    /** What spoils a block for every scenario: flaws of the block itself and of its floors. */
    static Stream<Flaw> spoilingAll(Block block) {
        return Stream.concat(
                block.flaws().stream().filter(KeptBlocks::spoils),
                block.floors().stream().flatMap(KeptBlocks::spoiling));
    }

    static Stream<Flaw> spoiling(Window window) {
        return window.flaws().stream().filter(KeptBlocks::spoils);
    }

    private static boolean spoils(Flaw flaw) {
        return flaw.blame().spoils();
    }
}
