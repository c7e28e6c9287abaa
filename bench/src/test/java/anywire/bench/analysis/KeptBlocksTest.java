package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.SampleRun;
import anywire.bench.run.Spoiler;
import org.junit.jupiter.api.Test;

class KeptBlocksTest {
    @Test
    void a_block_that_the_machine_spoilt_is_dropped_whole() {
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

    private static KeptBlocks kept(int blocks, Spoiler spoiler) {
        return KeptBlocks.of(SampleRun.threeTransports()
                .blocks(blocks)
                .callsPerWindow(10)
                .spoil(spoiler)
                .run()
                .blocks());
    }
}
