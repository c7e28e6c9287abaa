package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.floor.Floor;
import anywire.bench.load.Actions;
import anywire.bench.plan.Planner;
import anywire.bench.run.ActionName;
import anywire.bench.run.Plan;
import anywire.bench.run.Suite;
import anywire.bench.suite.SuiteFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInSuitesTest {
    @ParameterizedTest
    @MethodSource("anywire.bench.suite.SuiteFiles#builtIn")
    void can_be_planned_with_the_transports_and_floors_that_there_are(String name) throws IOException {
        Suite suite = SuiteFiles.load(name);

        Plan plan = Planner.plan(suite, new Found().abilities(suite.rows()));

        assertThat(plan.notApplicable()).isEmpty();
        assertThat(suite.floors()).allMatch(floor -> Floor.named(floor).isPresent());
    }

    @Test
    void a_suite_may_ask_for_what_drivers_can_do_and_for_nothing_else() {
        assertThat(ActionName.words())
                .containsExactlyInAnyOrderElementsOf(
                        Actions.all().stream().map(Actions.Known::name).toList());
    }
}
