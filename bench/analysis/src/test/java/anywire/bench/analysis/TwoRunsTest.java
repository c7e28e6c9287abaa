package anywire.bench.analysis;

import static anywire.bench.samples.Changed.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import anywire.bench.model.Action;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Analysis.Verdict;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import anywire.bench.model.RunComparison;
import anywire.bench.model.RunComparison.Change;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite.Layout;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TwoRunsTest {
    private static final Scenario TWICE_AS_OFTEN =
            new Scenario("authenticate", Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, 2_000, 0), true);

    @Test
    void finds_the_one_that_became_slower() {
        RunComparison comparison = compared(
                SampleRun.threeTransports().spread(0.02, 0.02).generations(4),
                SampleRun.of("inproc", 8)
                        .and("http", 100)
                        .and("tcp", 73)
                        .spread(0.02, 0.02)
                        .generations(4)
                        .seed(8));
        Change tcp = median(comparison, "tcp");
        assertThat(tcp.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(tcp.ratio()).isCloseTo(73 / 52.0, within(0.06));
        assertThat(tcp.low95()).isLessThan(tcp.ratio());
        assertThat(tcp.high95()).isGreaterThan(tcp.ratio());
        assertThat(tcp.nanosA()).isCloseTo(52_000, within(3_000L));
        assertThat(tcp.nanosB()).isCloseTo(73_000, within(4_000L));
        assertThat(tcp.family()).isEqualTo(3);
        assertThat(median(comparison, "http").verdict()).isIn(Verdict.SAME, Verdict.NO_VERDICT);
        assertThat(median(comparison, "inproc").verdict()).isIn(Verdict.SAME, Verdict.NO_VERDICT);
    }

    @Property(tries = 20)
    void a_run_against_itself_is_neither_faster_nor_slower(
            @ForAll @IntRange(min = 1, max = 1_000) int seed, @ForAll @DoubleRange(min = 0, max = 0.2) double spread) {
        SampleRun sample =
                SampleRun.threeTransports().callsPerWindow(60).seed(seed).spread(spread, spread);
        assertThat(changes(compared(sample, sample)))
                .hasSize(6)
                .allSatisfy(c -> assertThat(c.verdict()).isIn(Verdict.SAME, Verdict.NO_VERDICT))
                .allSatisfy(c -> assertThat(c.ratio()).isEqualTo(1));
    }

    @Property(tries = 20)
    void swapping_the_runs_mirrors_the_verdicts(
            @ForAll @IntRange(min = 1, max = 1_000) int seed, @ForAll @DoubleRange(min = 30, max = 90) double micros) {
        SampleRun one = SampleRun.threeTransports().callsPerWindow(60).seed(seed);
        SampleRun other = SampleRun.of("inproc", 8)
                .and("http", 100)
                .and("tcp", micros)
                .callsPerWindow(60)
                .seed(seed + 1);
        List<Change> there = changes(compared(one, other));
        List<Change> back = changes(compared(other, one));
        assertThat(back).hasSameSizeAs(there);
        for (Change c : there) {
            Change mirror = back.stream()
                    .filter(b -> b.transport().equals(c.transport()) && b.percentile() == c.percentile())
                    .findFirst()
                    .orElseThrow();
            assertThat(mirror.verdict()).isEqualTo(JudgeTest.mirrored(c.verdict()));
            assertThat(mirror.ratio()).isCloseTo(1 / c.ratio(), within(1e-9));
            assertThat(mirror.low95()).isCloseTo(1 / c.high95(), within(1e-9));
            assertThat(mirror.p()).isCloseTo(c.p(), within(1e-12));
        }
    }

    @Test
    void corrects_the_medians_of_primary_scenarios_alone() {
        SampleRun sample = SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT);
        RunComparison comparison = compared(sample, sample);
        assertThat(comparison.scenarios())
                .extracting(s -> s.scenario().name())
                .containsExactly("authenticate", "authenticate-closed");
        assertThat(changes(comparison))
                .filteredOn(c -> c.family() > 1)
                .hasSize(3)
                .allMatch(c -> c.percentile() == 50);
        assertThat(comparison.scenarios().get(1).changes()).allMatch(c -> c.family() == 1);
    }

    @Test
    void holds_the_floors_against_each_other() {
        RunComparison comparison = compared(
                SampleRun.threeTransports(), SampleRun.threeTransports().seed(8));
        assertThat(comparison.floors()).singleElement().satisfies(floor -> {
            assertThat(floor.floor()).isEqualTo("socket");
            assertThat(floor.ratio()).isCloseTo(1, within(0.03));
            assertThat(floor.hasInterval()).isTrue();
        });
    }

    @Test
    void a_run_of_one_generation_is_compared_by_what_is_known_of_fresh_starts() {
        Change tcp = median(
                compared(
                        SampleRun.threeTransports(),
                        SampleRun.threeTransports().generations(1).incomplete("interrupted")),
                "tcp");
        assertThat(tcp.ratio()).isCloseTo(1, within(0.2));
        assertThat(tcp.hasInterval()).isTrue();
        assertThat(tcp.roundsA()).isEqualTo(12);
        assertThat(tcp.roundsB()).isEqualTo(4);
    }

    @Test
    void a_single_round_gives_a_ratio_and_no_verdict() {
        Change tcp = median(
                compared(
                        SampleRun.threeTransports(),
                        SampleRun.threeTransports().generations(1).rounds(1)),
                "tcp");
        assertThat(tcp.verdict()).isEqualTo(Verdict.NO_VERDICT);
        assertThat(tcp.ratio()).isCloseTo(1, within(0.2));
        assertThat(tcp.hasInterval()).isFalse();
    }

    @Test
    void only_what_both_measured_is_compared() {
        RunComparison comparison =
                compared(SampleRun.threeTransports(), SampleRun.of("tcp", 52).and("http", 100));
        assertThat(changes(comparison)).extracting(Change::transport).containsOnly("tcp", "http");
        assertThat(comparison.warnings()).contains("other transports beside each other: A inproc; B without");
    }

    @Test
    void what_is_broken_in_either_has_no_figure_to_judge() {
        SampleRun whole = SampleRun.threeTransports();
        SampleRun wrong = SampleRun.threeTransports().altered(Alterations.wrong("tcp"));
        Change inB = median(compared(whole, wrong), "tcp");
        assertThat(inB.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(inB.broken()).isEqualTo("B");
        assertThat(inB.hasInterval()).isFalse();
        assertThat(median(compared(wrong, whole), "tcp").broken()).isEqualTo("A");
        assertThat(median(compared(wrong, wrong), "tcp").broken()).isEqualTo("both");
        assertThat(median(compared(whole, wrong), "http").verdict()).isNotEqualTo(Verdict.BROKEN);
    }

    @Test
    void warns_of_whatever_was_not_alike() {
        UnaryOperator<Run> elsewhere = run -> {
            var environment = with(with(run.environment(), "cpu", "Other CPU"), "idle", "halt");
            environment = with(with(environment, "jdk", "25"), "jvmFlags", List.of("-XX:+UseG1GC"));
            var suite = with(with(run.suite(), "seed", 9L), "margin", 0.1);
            suite = with(with(suite, "layout", Layout.SAME), "window", Duration.ofMillis(800));
            var graph = with(run.graph(), "source", "friends.edges");
            return with(
                    with(with(with(run, "id", "another"), "environment", environment), "suite", suite), "graph", graph);
        };
        RunComparison comparison =
                compared(SampleRun.threeTransports(), UnaryOperator.identity(), SampleRun.threeTransports(), elsewhere);
        assertThat(comparison.warnings())
                .containsExactly(
                        "other machine: A Example CPU 3000; B Other CPU",
                        "other idle mode: A poll; B halt",
                        "other JDK: A 17.0.15; B 25",
                        "other JVM flags: A -XX:+UseSerialGC; B -XX:+UseG1GC",
                        "other layout: A cross; B same",
                        "other seed: A 7; B 9",
                        "other graph: A generated; B friends.edges",
                        "other margin: A 5.0 %; B 10 %",
                        "other windows: A 600ms; B 800ms");
        assertThat(comparison.margin()).isEqualTo(0.1);
    }

    @Test
    void warns_of_other_options_of_a_transport() {
        UnaryOperator<Run> batched = run -> with(
                with(run, "id", "another"),
                "transports",
                run.transports().stream()
                        .map(t -> t.name().equals("tcp") ? with(t, "facts", Map.of("flush", "batched")) : t)
                        .toList());
        assertThat(compared(SampleRun.threeTransports(), UnaryOperator.identity(), SampleRun.threeTransports(), batched)
                        .warnings())
                .containsExactly("other options or library of tcp: A flush each; B flush batched");
    }

    @Test
    void says_why_a_run_is_not_trusted() {
        RunComparison comparison = compared(
                SampleRun.threeTransports()
                        .incomplete("interrupted in generation 4 of 9")
                        .altered(Alterations.row("tcp", w -> w.jit(0.2))),
                SampleRun.threeTransports());
        assertThat(comparison.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.run()).isEqualTo("A");
            assertThat(doubt.complete()).isFalse();
            assertThat(doubt.trust()).isEqualTo(Trust.LOW);
            assertThat(doubt.reasons()).extracting(Reason::code).containsExactly(Code.COMPILERS_BUSY, Code.INCOMPLETE);
        });
    }

    @Test
    void of_two_trusted_runs_there_is_no_doubt() {
        assertThat(compared(SampleRun.threeTransports(), SampleRun.threeTransports())
                        .doubts())
                .isEmpty();
    }

    @Test
    void leaves_out_a_scenario_that_was_asked_otherwise() {
        RunComparison comparison = compared(
                SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT),
                SampleRun.threeTransports().scenarios(TWICE_AS_OFTEN, SampleRun.ONE_IN_FLIGHT));
        assertThat(comparison.scenarios())
                .singleElement()
                .satisfies(s -> assertThat(s.scenario()).isEqualTo(SampleRun.ONE_IN_FLIGHT));
        assertThat(comparison.warnings())
                .contains("authenticate is not compared: A asks for authenticate, binary, open, 1,000/s (Poisson);"
                        + " B for authenticate, binary, open, 2,000/s (Poisson)");
    }

    @Test
    void runs_with_nothing_in_common_are_refused_in_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compared(
                        SampleRun.threeTransports(), SampleRun.threeTransports().scenarios(SampleRun.ONE_IN_FLIGHT)))
                .withMessage("no scenario in common: A has authenticate; B has authenticate-closed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compared(SampleRun.of("http", 100), SampleRun.of("tcp", 52)))
                .withMessage(
                        "nothing can be compared: authenticate is not compared: no transport was measured in both");
    }

    private static RunComparison compared(SampleRun a, SampleRun b) {
        return compared(a, UnaryOperator.identity(), b, UnaryOperator.identity());
    }

    private static RunComparison compared(
            SampleRun a, UnaryOperator<Run> changeA, SampleRun b, UnaryOperator<Run> changeB) {
        Run runA = changeA.apply(a.run());
        Run runB = changeB.apply(b.run());
        return TwoRuns.compare(
                runA, Analyst.analyse(runA, a.histograms()), runB, Analyst.analyse(runB, b.histograms()));
    }

    private static List<Change> changes(RunComparison comparison) {
        return comparison.scenarios().stream()
                .flatMap(s -> s.changes().stream())
                .toList();
    }

    private static Change median(RunComparison comparison, String transport) {
        return changes(comparison).stream()
                .filter(c -> c.percentile() == 50 && c.transport().equals(transport))
                .findFirst()
                .orElseThrow();
    }
}
