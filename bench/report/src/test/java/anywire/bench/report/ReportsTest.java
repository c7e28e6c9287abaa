package anywire.bench.report;

import static anywire.bench.report.Drawn.attributes;
import static anywire.bench.report.Drawn.drawn;
import static anywire.bench.report.Drawn.parsed;
import static anywire.bench.report.Drawn.texts;
import static anywire.bench.report.Drawn.withoutScripts;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Analysis.Trust;
import anywire.bench.model.Calibration;
import anywire.bench.model.Calibration.KnownCase;
import anywire.bench.model.Crossed;
import anywire.bench.model.Crossed.OverOne;
import anywire.bench.model.Reason;
import anywire.bench.model.Reason.Code;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.bench.samples.Alterations;
import anywire.bench.samples.SampleRun;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class ReportsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/anywire/bench/report/report.md");

    /** To renew it after a change that is meant: {@code -Danywire.golden=write}. */
    @Test
    void draws_the_golden_report() throws IOException {
        String drawn = drawn(SampleRun.threeTransports()
                        .scenarios(SampleRun.AUTHENTICATE, SampleRun.ONE_IN_FLIGHT)
                        .altered(Alterations.rounds(r -> r == 6, w -> w.probe(2)))
                        .altered(Alterations.row("tcp", w -> w.steal(0.012))))
                .md();
        if ("write".equals(System.getProperty("anywire.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(GOLDEN));
    }

    static List<SampleRun> everyKindOfRun() {
        return List.of(
                SampleRun.threeTransports(),
                SampleRun.of("tcp", 52),
                SampleRun.of("http", 52),
                SampleRun.threeTransports().generations(0).incomplete("interrupted"),
                SampleRun.threeTransports().generations(2).incomplete("the server over tcp died"),
                SampleRun.threeTransports().generations(1).rounds(1),
                SampleRun.threeTransports().altered(Alterations.rounds(r -> r > 3, w -> w.probe(3))),
                SampleRun.threeTransports().altered(Alterations.everywhere(w -> w.steal(0.1))),
                SampleRun.threeTransports()
                        .altered(Alterations.row("tcp", w -> w.jit(0.2).strays(0.4))),
                SampleRun.threeTransports().altered(Alterations.wrong("http")),
                SampleRun.threeTransports().callsPerWindow(0),
                SampleRun.threeTransports().peak(0));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfRun")
    void every_kind_of_run_can_be_read(SampleRun sample) throws Exception {
        Drawn drawn = drawn(sample);
        Document page = parsed(drawn.html());
        assertThat(page.getElementsByTagName("h2").item(0).getTextContent()).isEqualTo("Does it have to be HTTP?");
        assertThat(drawn.md())
                .contains(Closing.of(drawn.run(), drawn.analysis().scenarios()).split("[(:]")[0]);
        assertThat(drawn.md() + withoutScripts(drawn.html()))
                .doesNotContain("NaN", "Infinity", "null", "[]", "0.00 to 0.00");
        assertThat(TerminalSummary.of(drawn.run(), drawn.analysis())).noneMatch(l -> l.contains("NaN"));
    }

    @Test
    void says_how_far_off_the_harness_is_and_on_which_machine() throws Exception {
        Calibration off = new Calibration(
                "2026-03-01T09:00:00Z", List.of("kernel"), List.of(new KnownCase("known delay", 9, 1, "p99 was")));
        Drawn drawn = drawn(SampleRun.threeTransports().calibration(off));
        assertThat(drawn.md())
                .contains(
                        "1 of 9 figures of what is known were out of bounds",
                        "another kernel",
                        "| known delay | 9 | 1 |");
        assertThat(TerminalSummary.of(drawn.run(), drawn.analysis()))
                .contains("calibrated with another kernel: anywire calibrate");
    }

    @Test
    void says_that_the_harness_was_not_calibrated() throws Exception {
        Drawn drawn = drawn(SampleRun.threeTransports().calibration(Calibration.NONE));
        assertThat(drawn.md()).contains("Not known: it was not calibrated before this run.");
        assertThat(TerminalSummary.of(drawn.run(), drawn.analysis())).contains("not calibrated: anywire calibrate");
    }

    @Test
    void says_what_the_networks_were_seen_to_do() {
        Crossed crossed = new Crossed(
                List.of(
                        new OverOne("zone", 1_000, 1_000, 0, 0, 30_000_000),
                        new OverOne("lossy", 2_000, 1_980, 20, 0, 0)),
                29_800_000);
        String md = drawn(SampleRun.threeTransports().generations(5).crossed(crossed))
                .md();
        assertThat(md)
                .contains("It spent 10.0 µs of CPU on each")
                .contains("| zone | 500 µs | 5,000 | 0 | 0.0 % | 0 | 30.0 µs |")
                .contains("| lossy | 500 µs | 10,000 | 100 | 1.0 % | 0 | 0.00 µs |");
        assertThat(drawn(SampleRun.threeTransports()).md()).doesNotContain("Networks as they were");
    }

    @Test
    void a_network_that_drops_what_it_should_not_is_a_reason_for_doubt() {
        Crossed crossed = new Crossed(List.of(new OverOne("zone", 1_000, 999, 0, 1, 0)), 0);
        assertThat(drawn(SampleRun.threeTransports().generations(5).crossed(crossed))
                        .analysis()
                        .reasons())
                .containsExactly(new Reason(Code.NETWORK_OVERFLOWED, Trust.LOW, "zone", 5, 0, 0));
    }

    @Test
    void where_scenarios_differ_in_trust_each_is_named() throws Exception {
        Scenario other = new Scenario("other", Action.AUTHENTICATE, "binary", SampleRun.AUTHENTICATE.load(), true);
        SampleRun sample = SampleRun.threeTransports().scenarios(SampleRun.AUTHENTICATE, other);
        assertThat(drawn(sample.altered(Alterations.broken("authenticate"))).md())
                .contains("Trust is high in other; broken in authenticate. Why:");
    }

    @Test
    void a_run_cut_short_says_so_first() throws Exception {
        Drawn drawn = drawn(SampleRun.threeTransports().generations(0).incomplete("interrupted"));
        assertThat(drawn.md()).contains("Nothing was measured: interrupted.", "Trust is broken:");
        assertThat(parsed(drawn.html()).getElementsByTagName("section").item(0).getTextContent())
                .contains("Nothing was measured: interrupted.");
    }

    @Test
    void names_with_markup_are_text() throws Exception {
        Scenario hostile = new Scenario(
                "<script>alert(1)</script> | `x` *y*",
                Action.AUTHENTICATE,
                "binary",
                new Load(Loop.POISSON, 1_000, 0),
                true);
        Drawn drawn = drawn(SampleRun.threeTransports().scenarios(hostile).incomplete("</style>\"'&<b>\n# no"));
        Document page = parsed(drawn.html());
        assertThat(attributes(page, "script", "type")).containsExactly("application/json");
        assertThat(drawn.html()).doesNotContain("alert(1)</script>");
        assertThat(texts(page.getElementsByTagName("h2"))).contains(hostile.name());
        assertThat(drawn.md())
                .contains("## &lt;script&gt;alert(1)&lt;/script&gt; \\| \\`x\\` \\*y\\*")
                .doesNotContain("<b>", "\n# no");
        String withoutCode = drawn.md().replaceAll("(?s)```text.*?```", "");
        assertThat(withoutCode).doesNotContain("<script");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfRun")
    void every_link_leads_somewhere_and_no_entry_is_without_evidence(SampleRun sample) throws Exception {
        Drawn drawn = drawn(sample);
        Document page = parsed(drawn.html());
        List<String> ids = attributes(page, "section", "id");
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(attributes(page, "a", "href"))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://") || ids.contains(link.replaceFirst("^#", "")));
        assertThat(Overview.of(drawn.run(), drawn.analysis()).entries())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.evidence().what()).isNotBlank();
                    assertThat(attributes(page, "a", "href"))
                            .contains(entry.evidence().link());
                });
    }

    @Test
    void the_whole_suite_is_shown() {
        String text = SuiteSection.text(SampleRun.threeTransports().run().suite());
        for (RecordComponent component : Suite.class.getRecordComponents()) {
            // By the names that suite files have.
            String key = component.getName().equals("rows") ? "transports" : component.getName();
            assertThat(text).containsPattern("(?m)^" + key + ": ?");
        }
        for (RecordComponent component : Scenario.class.getRecordComponents()) {
            assertThat(text).contains(component.getName() + ": ");
        }
        for (RecordComponent component : Suite.GraphChoice.class.getRecordComponents()) {
            assertThat(text).contains(component.getName() + ": ");
        }
    }

    @Test
    void the_terminal_gets_a_table_and_the_answer_last() {
        SampleRun sample = SampleRun.threeTransports();
        Run run = sample.run();
        Analysis analysis = Analyst.analyse(run, sample.histograms());
        List<String> lines = TerminalSummary.of(run, analysis);
        assertThat(lines.get(0)).isEqualTo("authenticate, open, 1,000/s (Poisson)");
        assertThat(lines.get(1)).startsWith("  transport").endsWith("trust");
        assertThat(lines.subList(1, 5))
                .extracting(String::length)
                .containsOnly(lines.get(1).length());
        assertThat(String.join(" ", lines)).endsWith(Closing.of(run, analysis.scenarios()));
        assertThat(String.join("", lines)).matches("\\p{ASCII}*");
    }

    @Test
    void why_it_is_not_trusted_is_told_everywhere_with_the_row_and_the_figure() throws Exception {
        Drawn drawn = drawn(SampleRun.threeTransports().altered(Alterations.row("tcp", w -> w.steal(0.02))));
        String why = "authenticate: The hypervisor took 2.0 % of the cores more from tcp's windows than from the"
                + " reference's (bound 0.3 %).";
        assertThat(drawn.md()).contains(why);
        assertThat(parsed(drawn.html()).getElementsByTagName("section").item(0).getTextContent())
                .contains(why);
        assertThat(String.join(" ", TerminalSummary.of(drawn.run(), drawn.analysis())))
                .contains(why);
    }

    @Test
    void the_ratio_without_disturbed_rounds_is_told_where_there_are_some() {
        String some = drawn(SampleRun.threeTransports().altered(Alterations.rounds(r -> r == 6, w -> w.probe(2))))
                .md();
        assertThat(some)
                .contains("| transport | of | without disturbed rounds | rounds left |")
                .containsPattern("\\| tcp \\| p50 \\| 0\\.5\\d \\(0\\.\\d\\d to 0\\.\\d\\d\\) \\| 11 \\|");
        assertThat(drawn(SampleRun.threeTransports()).md()).doesNotContain("without disturbed rounds |");
    }

    @Test
    void a_p99_that_may_be_the_machine_s_is_marked_everywhere() {
        Drawn drawn = drawn(SampleRun.threeTransports().hiccups(30));
        String marked = "\\([0-9.]+ to [0-9.]+\\) machine";
        assertThat(drawn.md()).containsPattern(marked).contains("How much of the p99 marked \"machine\"");
        assertThat(drawn.html()).containsPattern(marked);
        assertThat(String.join(" ", TerminalSummary.of(drawn.run(), drawn.analysis())))
                .containsPattern(marked);
    }
}
