package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page as a browser has it. Skipped, and said so, where Chromium and its driver are not installed. */
class ReportPageIT {
    @RegisterExtension
    static final OpenedPage page = new OpenedPage();

    /** They are drawn as they come into sight. */
    private WebElement firstPlot() {
        page.script("document.querySelector('figure.plot').scrollIntoView()");
        await().until(() -> !page.all("figure.drawn .uplot").isEmpty());
        return page.one("figure.drawn .uplot");
    }

    @Test
    void makes_no_request_and_no_complaint() {
        firstPlot();
        assertThat(page.script("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .isEqualTo(List.of());
        assertThat(page.browser().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    @Test
    void draws_its_plots() {
        firstPlot();
        Object inked = page.script("""
                const canvas = document.querySelector('.uplot canvas');
                const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                return data.filter((value, i) => i % 4 === 3 && value > 0).length;
                """);
        assertThat((Long) inked).isGreaterThan(1_000);
        assertThat(page.one("figure.drawn > .wide").isDisplayed()).isFalse();
    }

    @Test
    void a_line_is_hidden_by_pointer_and_shown_again_by_keyboard() {
        firstPlot();
        WebElement row = page.all(".uplot .u-series").get(1);
        row.findElement(By.tagName("th")).click();
        assertThat(row.getDomAttribute("class")).contains("u-off");
        row.sendKeys(Keys.ENTER);
        assertThat(row.getDomAttribute("class")).doesNotContain("u-off");
    }

    @Test
    void a_plot_tells_the_values_under_the_pointer() {
        firstPlot();
        new Actions(page.browser()).moveToElement(page.one(".uplot .u-over")).perform();
        await().untilAsserted(() -> assertThat(page.all(".uplot .u-value"))
                .extracting(WebElement::getText)
                .first()
                .asString()
                .endsWith("%"));
        assertThat(page.all(".uplot .u-value").get(1).getText()).endsWith("µs");
    }

    @Test
    void every_table_is_there_as_csv() {
        assertThat(page.all("section table")).hasSameSizeAs(page.all(".csv"));
        page.script("""
                window.taken = null;
                URL.createObjectURL = blob => { blob.text().then(text => { window.taken = JSON.stringify(text); }); return '#'; };
                document.querySelector('.csv').click();
                """);
        Object csv = await().until(() -> page.script("return window.taken"), found -> found != null);
        // As JSON has it: on its way out of the browser a string's line ends are made alike.
        assertThat(String.valueOf(csv)).startsWith("\"transport,").contains("\\r\\nhttp");
    }

    @Test
    void links_lead_to_what_they_name() {
        List<WebElement> links = page.all("#answer td a[href^='#'], .findings a[href^='#']");
        assertThat(links).hasSizeGreaterThan(10);
        for (WebElement link : links.subList(0, 10)) {
            String target = String.valueOf(link.getDomAttribute("href"));
            page.script("arguments[0].click()", link);
            assertThat(page.script("return location.hash")).isEqualTo(target);
            assertThat(page.script("return document.querySelector(location.hash + ' h2').getBoundingClientRect().top"))
                    .asString()
                    .satisfies(top -> assertThat(Double.parseDouble(top)).isBetween(-1.0, 1_100.0));
        }
    }

    @Test
    void reads_without_scripts() {
        page.emulate("setScriptExecutionDisabled", Map.of("value", true));
        page.load();
        assertThat(page.all("figure.drawn")).isEmpty();
        assertThat(page.one("figure.plot svg").isDisplayed()).isTrue();
        assertThat(page.all("section table")).isNotEmpty();
        assertThat(page.one("#answer table").isDisplayed()).isTrue();
        assertThat(page.one("#advisor").isDisplayed()).isFalse();
        assertThat(page.one("#advise p").getText()).contains("anywire advise");
    }

    @Test
    void prints_its_tables_and_drawings_and_no_controls() {
        firstPlot();
        page.emulate("setEmulatedMedia", Map.of("media", "print"));
        assertThat(page.one("#answer table").isDisplayed()).isTrue();
        assertThat(page.one("figure.plot svg").isDisplayed()).isTrue();
        assertThat(page.one(".uplot").isDisplayed()).isFalse();
        assertThat(page.one("#advisor").isDisplayed()).isFalse();
        assertThat(page.one(".csv").isDisplayed()).isFalse();
    }

    @Test
    void fits_a_phone() {
        page.emulate(
                "setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        page.load();
        firstPlot();
        assertThat(page.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @Test
    void a_name_with_markup_is_text() {
        assertThat(page.all("h2")).extracting(WebElement::getText).contains(OpenedPage.HOSTILE);
    }
}
