package anywire.bench.report;

import static anywire.bench.report.Drawn.attributes;
import static anywire.bench.report.Drawn.drawn;
import static anywire.bench.report.Drawn.parsed;
import static anywire.bench.report.Drawn.texts;
import static anywire.bench.report.Drawn.withoutScripts;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Action;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.samples.SampleRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How a page is made up, whatever it says. */
class PageTest {
    @Test
    void the_html_loads_nothing_and_its_policy_knows_all_that_it_runs() throws Exception {
        String html = drawn(SampleRun.threeTransports()).html();
        String policy = ((Element) parsed(html).getElementsByTagName("meta").item(1)).getAttribute("content");
        List<String> styles = inside(html, "style");
        List<String> scripts = inside(html, "script");
        assertThat(styles).hasSize(1);
        assertThat(scripts).hasSize(2);
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src " + hash(styles.get(0)) + "; script-src "
                        + hash(scripts.get(0)) + " " + hash(scripts.get(1)) + "; base-uri 'none'; form-action 'none'");
        assertThat(withoutScripts(html))
                .doesNotContain("<link", "<img", "style=", "src=", "url(", "@import", "http://")
                .doesNotContainPattern(" on[a-z]+=");
    }

    private static List<String> inside(String html, String element) {
        return Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    @Test
    void plots_stand_beside_the_markdown_as_files_of_their_own() throws Exception {
        Drawn drawn = drawn(SampleRun.threeTransports());
        assertThat(drawn.files()).containsKeys("scenario-1-1.svg", "scenario-1-2.svg");
        assertThat(drawn.md()).contains("(scenario-1-1.svg)", "(scenario-1-2.svg)");
        for (Map.Entry<String, String> file : drawn.files().entrySet()) {
            if (file.getKey().endsWith(".svg")) {
                Element svg = parsed(file.getValue()).getDocumentElement();
                assertThat(svg.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
                assertThat(texts(svg.getElementsByTagName("text"))).anyMatch(text -> text.contains("tcp"));
            }
        }
    }

    @Test
    void rates_of_one_action_make_a_load_curve() {
        SampleRun sample = SampleRun.threeTransports().scenarios(rate(250), rate(1_000), rate(4_000));
        assertThat(drawn(sample).md()).contains("## Load curve", "| calls a second | 250 | 1,000 | 4,000 |");
        assertThat(drawn(SampleRun.threeTransports()).md()).doesNotContain("## Load curve");
    }

    private static Scenario rate(double perSecond) {
        return new Scenario(
                "at-" + (long) perSecond, Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, perSecond, 0), false);
    }

    @Test
    void many_scenarios_have_a_list_of_their_own_and_few_stand_among_the_links() throws Exception {
        Scenario[] many = IntStream.range(0, 60).mapToObj(i -> rate(100 + i)).toArray(Scenario[]::new);
        Drawn drawn = drawn(SampleRun.threeTransports()
                .scenarios(many)
                .generations(1)
                .rounds(1)
                .callsPerWindow(20));
        Document page = parsed(drawn.html());
        assertThat(texts(page.getElementsByTagName("summary"))).contains("60 scenarios");
        assertThat(attributes(page, "section", "id")).contains("scenario-60").doesNotHaveDuplicates();
        assertThat(texts(parsed(drawn(SampleRun.threeTransports()).html()).getElementsByTagName("summary")))
                .noneMatch(text -> text.contains("scenarios"));
    }

    @Test
    void forty_transports_are_all_there_each_with_a_look_of_its_own() throws Exception {
        SampleRun sample = SampleRun.of("http", 100);
        for (int i = 1; i < 40; i++) {
            sample.and("transport-" + i, 20 + i);
        }
        Document page = parsed(drawn(sample.callsPerWindow(50)).html());
        Element glance = (Element) page.getElementsByTagName("table").item(0);
        assertThat(glance.getElementsByTagName("tr").getLength()).isEqualTo(41);
        assertThat(attributes(page, "span", "class").stream()
                        .filter(c -> c.startsWith("key "))
                        .limit(32))
                .doesNotHaveDuplicates();
    }
}
