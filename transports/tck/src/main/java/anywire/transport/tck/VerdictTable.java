package anywire.transport.tck;

import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Verdicts as a file of comma-separated values (RFC 4180), which reports cite. */
public final class VerdictTable {
    static final String HEADER = "group,guarantee,test,outcome,reason";

    private VerdictTable() {}

    /** {@code tcp}, or {@code tcp,send=handled} where options differ from their defaults. */
    public static String name(Transport transport, Endpoint endpoint) {
        Map<String, String> defaults = Endpoint.loopback(transport).effective();
        StringBuilder name = new StringBuilder(transport.scheme());
        endpoint.effective().forEach((option, value) -> {
            if (!value.equals(defaults.get(option))) {
                name.append(',').append(option).append('=').append(value.replaceAll("[^A-Za-z0-9.-]", "_"));
            }
        });
        return name.toString();
    }

    /** Writes {@code <name>.csv} into the folder, which is made if need be. */
    public static Path write(Path folder, String name, List<Verdict> verdicts) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        verdicts.forEach(verdict -> lines.add(line(verdict)));
        return Files.write(Files.createDirectories(folder).resolve(name + ".csv"), lines);
    }

    private static String line(Verdict verdict) {
        return String.join(
                ",",
                cell(verdict.group()),
                verdict.guarantee().map(Guarantee::name).orElse(""),
                cell(verdict.test()),
                verdict.outcome().name(),
                cell(verdict.reason()));
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
