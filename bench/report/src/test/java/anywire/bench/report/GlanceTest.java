package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.model.Action;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.report.Piece.Entry;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static final Scenario TIMELINE =
            new Scenario("timeline", Action.HOME_TIMELINE, "binary", SampleRun.AUTHENTICATE.load(), true);

    @Test
    void a_column_is_of_one_scenario_the_first_that_carries() {
        SampleRun sample = SampleRun.threeTransports()
                .scenarios(SampleRun.AUTHENTICATE, TIMELINE)
                .altered(Alterations.broken("authenticate"));
        Run run = sample.run();
        Overview overview = Overview.of(run, Analyst.analyse(run, sample.histograms()));

        assertThat(Glance.heads(overview)).contains("latency on loopback: timeline", "cost: timeline");
        List<List<Entry>> rows = Glance.rows(run, overview);
        assertThat(rows).hasSize(3);
        int latency = Glance.heads(overview).indexOf("latency on loopback: timeline");
        assertThat(rows).allSatisfy(row -> assertThat(row.get(latency).link()).isEqualTo("#scenario-2"));
        List<String> costs = rows.stream()
                .map(row -> row.get(Glance.heads(overview).indexOf("cost: timeline"))
                        .text())
                .toList();
        assertThat(costs).allMatch(cost -> cost.endsWith(" M"));
    }

    @Test
    void where_no_scenario_carries_the_first_is_shown_as_broken() {
        SampleRun sample = SampleRun.threeTransports().altered(Alterations.broken("authenticate"));
        Run run = sample.run();
        Overview overview = Overview.of(run, Analyst.analyse(run, sample.histograms()));
        int latency = Glance.heads(overview).indexOf("latency on loopback: authenticate");
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i ->
                                Glance.rows(run, overview).get(i).get(latency).text()))
                .allMatch(text -> text.contains("broken"));
    }
}
