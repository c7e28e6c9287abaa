package anywire.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.run.Analysis.Dropped;
import anywire.bench.run.Generation;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.SampleRun;
import anywire.bench.run.Spoiler;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptGenerationsTest {
    @Test
    void a_generation_that_the_machine_spoilt_is_dropped() {
        KeptGenerations kept = kept(5, Spoiler.generations(Blame.MACHINE, 3));
        assertThat(kept.numbers()).containsExactly(1, 2, 4, 5);
        assertThat(kept.dropped()).extracting(Dropped::generation).containsExactly(3);
        assertThat(kept.dropped().get(0).reasons()).extracting(f -> f.check()).containsExactly("spoilt");
    }

    @Test
    void one_spoilt_window_drops_its_generation() {
        assertThat(kept(5, Spoiler.windows(Blame.HARNESS, "tcp", 2)).numbers()).containsExactly(1, 3, 4, 5);
    }

    @Test
    void more_than_a_fifth_are_not_dropped() {
        KeptGenerations kept = kept(9, Spoiler.generations(Blame.MACHINE, 1, 2));
        assertThat(kept.dropped()).isEmpty();
        assertThat(kept.generations()).hasSize(9);
        assertThat(kept.unforgiven()).hasSize(2);
    }

    @Test
    void of_four_generations_none_may_be_dropped_and_of_ten_two() {
        assertThat(kept(4, Spoiler.generations(Blame.MACHINE, 1)).dropped()).isEmpty();
        assertThat(kept(10, Spoiler.generations(Blame.MACHINE, 1, 2)).numbers()).hasSize(8);
    }

    @Test
    void a_transport_at_fault_drops_nothing() {
        assertThat(kept(5, Spoiler.windows(Blame.TRANSPORT, "tcp", 2)).dropped())
                .isEmpty();
    }

    @Test
    void a_generation_that_was_cut_short_counts_for_nothing_and_takes_no_other_ones_place() {
        KeptGenerations kept = kept(3, Spoiler.cutShort(3));
        assertThat(kept.numbers()).containsExactly(1, 2);
        assertThat(kept.whole()).hasSize(2);
        assertThat(kept.unforgiven()).isEmpty();
        assertThat(kept.dropped()).extracting(Dropped::generation).containsExactly(3);
    }

    @Test
    void a_spoilt_window_costs_no_other_scenario_its_generation() {
        List<Generation> generations = generations(5, Spoiler.windows(Blame.HARNESS, "tcp", 2));
        assertThat(KeptGenerations.of(generations, "push").numbers()).containsExactly(1, 2, 3, 4, 5);
        assertThat(KeptGenerations.of(generations).numbers()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_spoilt_generation_is_dropped_of_every_scenario() {
        List<Generation> generations = generations(5, Spoiler.generations(Blame.HARNESS, 2));
        assertThat(KeptGenerations.of(generations, "push").numbers()).containsExactly(1, 3, 4, 5);
        assertThat(KeptGenerations.of(generations).numbers()).containsExactly(1, 3, 4, 5);
    }

    private static KeptGenerations kept(int generations, Spoiler spoiler) {
        return KeptGenerations.of(generations(generations, spoiler), SampleRun.AUTHENTICATE.name());
    }

    private static List<Generation> generations(int generations, Spoiler spoiler) {
        return SampleRun.threeTransports()
                .generations(generations)
                .callsPerWindow(10)
                .spoil(spoiler)
                .run()
                .generations();
    }
}
