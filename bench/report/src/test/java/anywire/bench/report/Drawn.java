package anywire.bench.report;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Analysis;
import anywire.bench.model.Run;
import anywire.bench.samples.SampleRun;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The reports of a sample run, and how tests look into them. */
record Drawn(Run run, Analysis analysis, Map<String, String> files) {
    static Drawn drawn(SampleRun sample) {
        Run run = sample.run();
        Analysis analysis = Analyst.analyse(run, sample.histograms());
        Map<String, String> files = new HashMap<>();
        Reports.write(files::put, run, analysis);
        return new Drawn(run, analysis, files);
    }

    String md() {
        return files.getOrDefault("report.md", "");
    }

    String html() {
        return files.getOrDefault("report.html", "");
    }

    /** Also without the advisor's data, which no browser runs. */
    static String withoutScripts(String html) {
        return html.replaceAll("(?s)<script[^>]*>.*?</script>", "");
    }

    static List<String> texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    static List<String> attributes(Document page, String element, String name) {
        NodeList nodes = page.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> ((Element) nodes.item(i)).getAttribute(name))
                .toList();
    }

    /** Scripts are not markup. */
    static Document parsed(String page) throws Exception {
        String html = page.replaceAll("(?s)<script>.*?</script>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }
}
