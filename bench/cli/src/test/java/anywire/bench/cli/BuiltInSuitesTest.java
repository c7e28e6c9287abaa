package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.floor.Floor;
import anywire.bench.engine.plan.Planner;
import anywire.bench.engine.suite.SuiteFiles;
import anywire.bench.model.Plan;
import anywire.bench.model.Suite;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInSuitesTest {
    @ParameterizedTest
    @MethodSource("anywire.bench.engine.suite.SuiteFiles#builtIn")
    void can_be_planned_with_the_transports_and_floors_that_there_are(String name) throws IOException {
        Suite suite = SuiteFiles.load(name);

        Plan plan = Planner.plan(suite, new TransportCatalog().abilities(suite.rows()));

        assertThat(plan.notApplicable()).isEmpty();
        assertThat(suite.floors()).allMatch(floor -> Floor.named(floor).isPresent());
    }
}
