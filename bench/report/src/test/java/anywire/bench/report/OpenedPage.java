package anywire.bench.report;

import static org.awaitility.Awaitility.await;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Action;
import anywire.bench.model.Analysis;
import anywire.bench.model.Network;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.results.Folders;
import anywire.bench.samples.SampleRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The report of a sample run, in a browser, opened afresh for each test. Skips them where there is no browser. */
final class OpenedPage implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    static final String HOSTILE = "<script>alert(1)</script> & \"quotes\"";

    private static final SampleRun SAMPLE = SampleRun.threeTransports()
            .scenarios(
                    SampleRun.AUTHENTICATE,
                    at("curve-2k", 2_000),
                    at("curve-4k", 4_000),
                    new Scenario(
                            "authenticate-zone",
                            Action.AUTHENTICATE,
                            "binary",
                            new Load(Loop.POISSON, 400, 0),
                            0,
                            Network.ZONE,
                            true),
                    new Scenario(HOSTILE, Action.POST_UNTIL_HEARD, "binary", new Load(Loop.POISSON, 50, 0), true));
    static final Run RUN = SAMPLE.run();
    static final Analysis ANALYSIS = Analyst.analyse(RUN, SAMPLE.histograms());

    private @Nullable Path folder;
    private @Nullable ChromeDriver browser;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("anywire-page-");
        browser = Browsers.chromium(folder());
        Reports.write(this::write, RUN, ANALYSIS);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            browser.quit();
        }
        boolean ignored = Folders.delete(folder());
    }

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private static Scenario at(String name, double perSecond) {
        return new Scenario(name, Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, perSecond, 0), false);
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder().resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As somebody opens it who has never seen it. */
    @Override
    public void beforeEach(ExtensionContext context) {
        emulate("setScriptExecutionDisabled", Map.of("value", false));
        emulate("setEmulatedMedia", Map.of("media", ""));
        emulate("clearDeviceMetricsOverride", Map.of());
        browser().get("about:blank");
        load();
    }

    void load() {
        String address = folder().resolve("report.html").toUri().toString();
        browser().get(address);
        // Chromium's driver comes back as soon as the page before it is there, at times.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.TRUE.equals(script(
                        "return document.readyState === 'complete' && location.href === arguments[0]", address)));
    }

    /** A command of the Chrome DevTools Protocol's Emulation. */
    void emulate(String command, Map<String, Object> parameters) {
        browser().executeCdpCommand("Emulation." + command, parameters);
    }

    ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    @Nullable
    Object script(String text, Object... arguments) {
        return browser().executeScript(text, arguments);
    }

    List<WebElement> all(String selector) {
        return browser().findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return browser().findElement(By.cssSelector(selector));
    }
}
