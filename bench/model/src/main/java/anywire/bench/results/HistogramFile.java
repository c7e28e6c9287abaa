package anywire.bench.results;

import anywire.bench.model.Generation;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.jspecify.annotations.Nullable;

/**
 * One cell's histograms as HdrHistogram's own tools read them: {@code authenticate@tcp.hlog}, every line tagged with its
 * round and clock ({@code 1.INTENDED}), values in nanoseconds, times in seconds since the run began.
 */
final class HistogramFile {
    private static final Pattern NAME = Pattern.compile("([^@]*)@([^@]*)\\.hlog");
    /** Its tag, when it began, how long it was, its maximum. */
    private static final Pattern TAGGED = Pattern.compile("Tag=([^,]*),[^,]*,[^,]*,[^,]*,");

    private static final Pattern TAG = Pattern.compile("(\\d{1,9})\\.([A-Z_]+)");
    private static final String FORMAT = "#[Histogram log format version";

    private HistogramFile() {}

    static String name(String scenario, String transport) {
        return encoded(scenario) + "@" + encoded(transport) + ".hlog";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    static byte[] write(String scenario, String transport, Histograms histograms, Run run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(bytes);
        writer.outputLogFormatVersion();
        writer.outputComment("[" + scenario.replaceAll("\\s", " ") + " over " + transport + ", nanoseconds]");
        writer.outputStartTime(run.startedAt().toEpochMilli());
        writer.outputLegend();
        Map<Integer, double[]> spans = spans(run, scenario, transport);
        for (Clock clock : Clock.values()) {
            histograms.rounds(new Cell(scenario, transport, clock)).forEach((round, histogram) -> {
                Histogram tagged = histogram.copy();
                tagged.setTag(round + "." + clock);
                double[] span = spans.getOrDefault(round, new double[] {0, 0});
                writer.outputIntervalHistogram(span[0], span[1], tagged, 1);
            });
        }
        writer.close();
        return bytes.toByteArray();
    }

    /** By round: from the first of the cell's windows to the end of it, seconds since the run began. */
    private static Map<Integer, double[]> spans(Run run, String scenario, String transport) {
        Map<Integer, double[]> spans = new HashMap<>();
        for (Generation generation : run.generations()) {
            Stream.concat(generation.windows().stream(), generation.floors().stream())
                    .filter(w -> w.transport().equals(transport)
                            && (w.scenario().isEmpty() ? "floor" : w.scenario()).equals(scenario))
                    .forEach(w -> spans.put(
                            w.round(),
                            new double[] {w.startMillis() / 1_000.0, w.startMillis() / 1_000.0 + w.seconds()}));
        }
        return spans;
    }

    /** Looks at its name and its first line alone. */
    static void checkBegin(Path file) {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(FORMAT.length());
        } catch (IOException e) {
            throw ResultsException.unreadable(file, e);
        }
        var unused = named(file);
        checkFormat(file, first);
    }

    private static Matcher named(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw foreign(file, "its name is not scenario@transport.hlog");
        }
        return name;
    }

    private static void checkFormat(Path file, byte[] bytes) {
        if (!new String(bytes, 0, Math.min(bytes.length, FORMAT.length()), StandardCharsets.UTF_8).equals(FORMAT)) {
            throw foreign(file, "it is not a histogram log");
        }
    }

    /** One line of the log. */
    interface Line {
        /**
         * @param histogram as HdrHistogram's {@code encodeIntoCompressedByteBuffer} wrote it
         * @throws DataFormatException if it is damaged
         */
        void read(Cell cell, int round, byte[] histogram) throws DataFormatException;
    }

    /** Lines are as {@link HistogramLogWriter} writes them; whoever reads them lays their counts out as they please. */
    static void read(Path file, Line each) {
        Matcher name = named(file);
        String scenario = URLDecoder.decode(name.group(1), StandardCharsets.UTF_8);
        String transport = URLDecoder.decode(name.group(2), StandardCharsets.UTF_8);
        byte[] bytes = bytes(file);
        checkFormat(file, bytes);
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\"") && !line.isBlank())
                .forEach(line -> read(file, scenario, transport, line, each));
    }

    private static void read(Path file, String scenario, String transport, String line, Line each) {
        Matcher parts = TAGGED.matcher(line);
        if (!parts.lookingAt()) {
            throw line.startsWith("Tag=") ? truncated(file, null) : foreign(file, "a histogram in it has no tag");
        }
        Matcher tag = TAG.matcher(parts.group(1));
        if (!tag.matches()) {
            throw foreign(file, "a histogram in it is tagged '" + parts.group(1) + "', not with a round and a clock");
        }
        try {
            Cell cell = new Cell(scenario, transport, Clock.valueOf(tag.group(2)));
            each.read(cell, Integer.parseInt(tag.group(1)), Base64.getDecoder().decode(line.substring(parts.end())));
        } catch (IllegalArgumentException | DataFormatException e) {
            throw truncated(file, e);
        }
    }

    private static ResultsException truncated(Path file, @Nullable Exception e) {
        return new ResultsException(
                ResultsException.Kind.UNREADABLE, file + " is truncated or damaged: a histogram can't be read", e);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw ResultsException.unreadable(file, e);
        }
    }

    private static ResultsException foreign(Path file, String why) {
        return new ResultsException(ResultsException.Kind.UNREADABLE, file + " is not from this run: " + why);
    }
}
