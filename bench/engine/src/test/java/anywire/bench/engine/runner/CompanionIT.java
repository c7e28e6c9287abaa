package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anywire.bench.model.Action;
import anywire.bench.model.Plan.PlannedGeneration;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.host.CompanionProcess;
import anywire.host.ProcessContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A generation whose transport needs a broker. This JVM has none of the broker's libraries on its class path, as the command
 * line has not: only the broker's own process may need them.
 */
class CompanionIT {
    private static final String ROW = "qpid";
    private static final Suite SUITE = OneRowSuite.of(
            Row.parse(ROW + "=amq?broker=embedded"),
            Duration.ofSeconds(5),
            new Scenario("authenticate", Action.AUTHENTICATE, "binary", new Load(Loop.CONSTANT, 100, 0), true));

    @TempDir
    Path logs;

    @Test
    void a_broker_is_started_for_its_generation_paid_for_and_gone_with_it() throws Exception {
        PlannedGeneration generation = new PlannedGeneration(1, List.of(ROW), List.of(), 1);
        CompanionProcess broker;
        List<Long> pids;
        try (GenerationProcesses processes = new GenerationProcesses(SUITE, generation, ProcessContext.at(logs))) {
            processes.start(generation.order());
            Deployment pair = processes.pair(ROW);
            broker = pair.brokers().get(0);
            pids = broker.pids();
            assertThat(pair.pids()).containsAll(pids);
            assertThat(pair.brokerCpuNanos()).isPositive();
            assertThat(processes.connected(ROW).serverFacts().get("broker")).contains("Qpid");
            assertThat(processes.connected(ROW).facts().toString()).doesNotContain("password");
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> pids.stream()
                        .noneMatch(pid -> ProcessHandle.of(pid)
                                .map(ProcessHandle::isAlive)
                                .orElse(false)));
        assertThat(leftBeside(logs)).allMatch(file -> file.endsWith(".log"));
    }

    private static List<String> leftBeside(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
