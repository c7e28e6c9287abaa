package anywire.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyTest {
    @Test
    void a_line_of_the_kernel_is_read_whatever_the_process_is_called() {
        assertThat(ProcStat.parse("12 (a) R 3) (b) S 7 12 12 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 99 1\n"))
                .isEqualTo(new ProcStat(12, 'S', 7, 4711));
    }

    @Test
    void it_is_those_that_are_there_and_all_their_descendants() {
        List<ProcStat> all = List.of(
                new ProcStat(1, 'S', 0, 0),
                new ProcStat(30, 'R', 20, 102),
                new ProcStat(20, 'T', 10, 101),
                new ProcStat(10, 'S', 1, 100),
                new ProcStat(40, 'S', 1, 100));

        assertThat(Family.of(List.of(new KnownProcess(10, 100), new KnownProcess(50, 1)), all))
                .extracting(KnownProcess::pid)
                .containsExactly(10L, 20L, 30L);
    }

    @Test
    void neither_a_later_process_of_the_same_id_belongs_to_it_nor_one_that_has_ended() {
        List<ProcStat> all =
                List.of(new ProcStat(10, 'S', 1, 100), new ProcStat(20, 'S', 10, 101), new ProcStat(30, 'Z', 1, 102));

        assertThat(Family.of(List.of(new KnownProcess(10, 99), new KnownProcess(30, 102)), all))
                .isEmpty();
    }
}
