package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.engine.plan.Abilities;
import anywire.bench.engine.plan.KnownSpreads;
import anywire.bench.engine.plan.Planner;
import anywire.bench.model.Plan;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Plan.PlannedWindow;
import anywire.bench.model.Progress;
import anywire.bench.model.Schedule.Costs;
import anywire.bench.model.Suite;
import anywire.bench.samples.SampleRun;
import anywire.transport.Operation.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanUnderWayTest {
    private static final Abilities ALL = new Abilities(EnumSet.allOf(Kind.class), true);

    private final List<Plan> told = new ArrayList<>();
    private final PlanUnderWay plan = new PlanUnderWay(planner(), List.of("gone: not there"), progress());

    @Test
    void is_settled_once_in_the_first_generation_and_says_so() {
        PlannedGeneration first = plan.now().generations().get(0);
        assertThat(plan.canSettle(first)).isTrue();

        PlannedGeneration settled = plan.settled(new Costs(60, 5));

        assertThat(settled).isEqualTo(plan.now().generations().get(0));
        assertThat(settled.order()).isEqualTo(first.order());
        assertThat(told).containsExactly(plan.now());
        assertThat(plan.now().notApplicable()).contains("gone: not there");
        assertThat(plan.canSettle(settled)).isFalse();
    }

    @Test
    void a_later_generation_does_not_renumber_the_rounds() {
        assertThat(plan.canSettle(plan.now().generations().get(1))).isFalse();
    }

    @Test
    void a_row_that_was_lost_stays_out_when_the_plan_is_settled() {
        plan.without("tcp", 2, "tcp: not measured from generation 1 on: it died");
        PlannedGeneration settled = plan.settled(new Costs(60, 5));

        assertThat(plan.has("tcp")).isFalse();
        assertThat(plan.has("http")).isTrue();
        assertThat(settled.windows()).extracting(PlannedWindow::target).contains("tcp");
        assertThat(plan.now().generations().get(1).windows())
                .extracting(PlannedWindow::target)
                .doesNotContain("tcp");
        assertThat(plan.now().notApplicable()).contains("tcp: not measured from generation 1 on: it died");
    }

    @Test
    void its_share_goes_by_windows() {
        int all = plan.now().generations().stream()
                .mapToInt(g -> g.windows().size())
                .sum();
        for (int i = 0; i < all / 2; i++) {
            plan.windowIsOver();
        }
        assertThat(plan.share()).isCloseTo(0.5, within(0.02));
    }

    private static Planner planner() {
        Suite suite = SampleRun.threeTransports().generations(0).run().suite().times(0, 0);
        return Planner.of(suite, Map.of("inproc", ALL, "http", ALL, "tcp", ALL), 0, KnownSpreads.prior());
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void at(double share, String what) {}

            @Override
            public void warn(String line) {}

            @Override
            public void replanned(Plan settled) {
                told.add(settled);
            }
        };
    }
}
