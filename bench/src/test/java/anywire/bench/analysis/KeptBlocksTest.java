package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Block;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.SampleRun;
import anywire.bench.run.Spoiler;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptBlocksTest {
    @Test
    void a_block_that_the_machine_spoilt_is_dropped() {
        KeptBlocks kept = kept(5, Spoiler.blocks(Blame.MACHINE, 3));
        assertThat(kept.numbers()).containsExactly(1, 2, 4, 5);
        assertThat(kept.dropped()).extracting(Dropped::block).containsExactly(3);
        assertThat(kept.dropped().get(0).reasons()).extracting(f -> f.check()).containsExactly("spoilt");
    }

    @Test
    void one_spoilt_window_drops_its_block() {
        assertThat(kept(5, Spoiler.windows(Blame.HARNESS, "tcp", 2)).numbers()).containsExactly(1, 3, 4, 5);
    }

    @Test
    void more_than_a_fifth_are_not_dropped() {
        KeptBlocks kept = kept(9, Spoiler.blocks(Blame.MACHINE, 1, 2));
        assertThat(kept.dropped()).isEmpty();
        assertThat(kept.blocks()).hasSize(9);
        assertThat(kept.unforgiven()).hasSize(2);
    }

    @Test
    void of_four_blocks_none_may_be_dropped_and_of_ten_two() {
        assertThat(kept(4, Spoiler.blocks(Blame.MACHINE, 1)).dropped()).isEmpty();
        assertThat(kept(10, Spoiler.blocks(Blame.MACHINE, 1, 2)).numbers()).hasSize(8);
    }

    @Test
    void a_transport_at_fault_drops_nothing() {
        assertThat(kept(5, Spoiler.windows(Blame.TRANSPORT, "tcp", 2)).dropped())
                .isEmpty();
    }

    @Test
    void a_block_that_was_cut_short_counts_for_nothing_and_takes_no_other_ones_place() {
        KeptBlocks kept = kept(3, Spoiler.cutShort(3));
        assertThat(kept.numbers()).containsExactly(1, 2);
        assertThat(kept.whole()).hasSize(2);
        assertThat(kept.unforgiven()).isEmpty();
        assertThat(kept.dropped()).extracting(Dropped::block).containsExactly(3);
    }

    @Test
    void a_spoilt_window_costs_no_other_scenario_its_block() {
        List<Block> blocks = blocks(5, Spoiler.windows(Blame.HARNESS, "tcp", 2));
        assertThat(KeptBlocks.of(blocks, "push").numbers()).containsExactly(1, 2, 3, 4, 5);
        assertThat(KeptBlocks.of(blocks).numbers()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_spoilt_block_is_dropped_of_every_scenario() {
        List<Block> blocks = blocks(5, Spoiler.blocks(Blame.HARNESS, 2));
        assertThat(KeptBlocks.of(blocks, "push").numbers()).containsExactly(1, 3, 4, 5);
        assertThat(KeptBlocks.of(blocks).numbers()).containsExactly(1, 3, 4, 5);
    }

    private static KeptBlocks kept(int blocks, Spoiler spoiler) {
        return KeptBlocks.of(blocks(blocks, spoiler), SampleRun.AUTHENTICATE.name());
    }

    private static List<Block> blocks(int blocks, Spoiler spoiler) {
        return SampleRun.threeTransports()
                .blocks(blocks)
                .callsPerWindow(10)
                .spoil(spoiler)
                .run()
                .blocks();
    }
}
