package anywire.bench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.advice.Advice.Excluded;
import anywire.bench.analysis.advice.Advice.Ranked;
import anywire.bench.analysis.advice.Advice.Reason;
import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.samples.SampleRun;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private static final SampleRun SAMPLE = SampleRun.threeTransports();
    private static final Run RUN = SAMPLE.run();
    private static final List<Standing> ROWS = Standings.of(RUN, Analyst.analyse(RUN, SAMPLE.histograms()));

    private static Query need(Requirement... wishes) {
        return new Query(Set.of(wishes), Work.CALL, Network.LOOPBACK, 0, 0, 0);
    }

    private static List<String> reasons(Advice advice, String row) {
        return advice.excluded().stream()
                .filter(e -> e.row().row().equals(row))
                .map(Excluded::reasons)
                .flatMap(List::stream)
                .map(Reason::text)
                .toList();
    }

    private static List<String> served(Advice advice) {
        return advice.ranked().stream()
                .map(r -> r.place() + " " + r.row().row())
                .toList();
    }

    @Test
    void ranks_by_what_was_measured() {
        assertThat(served(Advice.of(ROWS, need(Requirement.CALLS)))).containsExactly("1 inproc", "2 tcp", "3 http");
    }

    @Test
    void what_a_row_can_not_do_keeps_it_out_and_is_told_with_where_it_is_from() {
        Advice advice = Advice.of(ROWS, need(Requirement.APART, Requirement.BROWSERS));
        assertThat(served(advice)).containsExactly("1 http");
        assertThat(reasons(advice, "inproc"))
                .containsExactly("not promised: reaches other machines", "No browser speaks it.");
        assertThat(advice.excluded().get(1).reasons().get(0).evidence().link()).isEqualTo("https://example.org/tcp");
    }

    @Test
    void nobody_may_serve() {
        Advice advice = Advice.of(ROWS, need(Requirement.WAIT_FOR_PEER));
        assertThat(advice.ranked()).isEmpty();
        assertThat(advice.excluded()).hasSize(3);
    }

    @Test
    void a_bound_that_was_not_met_keeps_a_row_out() {
        Advice advice = Advice.of(ROWS, new Query(Set.of(), Work.CALL, Network.LOOPBACK, 0, 0, 80_000));
        assertThat(served(advice)).containsExactly("1 inproc", "2 tcp");
        assertThat(reasons(advice, "http")).singleElement().asString().startsWith("one of ten takes longer than");
    }

    @Test
    void a_body_that_is_too_large_keeps_a_row_out() {
        assertThat(Advice.of(ROWS, new Query(Set.of(), Work.CALL, Network.LOOPBACK, 0, 1 << 21, 0))
                        .ranked())
                .isEmpty();
    }

    @Test
    void what_was_not_measured_is_not_guessed() {
        Advice advice = Advice.of(ROWS, new Query(Set.of(), Work.CALL, Network.ZONE, 50_000, 0, 0));
        assertThat(advice.ranked()).extracting(Ranked::place).containsOnly(0);
        assertThat(advice.ranked().get(0).unknown())
                .containsExactly(
                        "whether it holds 50,000/s: anywire run standard",
                        "what it takes at a round trip of 1 ms: anywire run quick");
    }

    @Test
    void without_intervals_all_share_a_place() {
        SampleRun sample =
                SampleRun.of("tcp", 52).and("http", 100).generations(1).rounds(1);
        Run run = sample.run();
        assertThat(Advice.of(Standings.of(run, Analyst.analyse(run, sample.histograms())), need())
                        .ranked())
                .extracting(Ranked::place)
                .containsOnly(1);
    }

    @Test
    void intervals_that_overlap_share_a_place() {
        SampleRun sample = SampleRun.of("tcp", 52).and("http", 52).and("udp", 51);
        Run run = sample.run();
        assertThat(Advice.of(Standings.of(run, Analyst.analyse(run, sample.histograms())), need())
                        .ranked())
                .extracting(Ranked::place)
                .containsOnly(1);
    }
}
