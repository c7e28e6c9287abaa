package anywire.bench.run;

import anywire.bench.run.Histograms.Cell;
import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Suite.GraphChoice;
import anywire.bench.run.Suite.Layout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * A synthetic run: latencies drawn around a median for each transport, so that what an analysis should find is known.
 * Change generations, windows and so on after the fact to spoil it.
 */
public final class SampleRun {
    public static final Scenario AUTHENTICATE =
            new Scenario("authenticate", "authenticate", "binary", new Load(Loop.POISSON, 1_000, 0), true);
    public static final Scenario ONE_IN_FLIGHT =
            new Scenario("authenticate-closed", "authenticate", "binary", new Load(Loop.CLOSED, 0, 1), false);

    private final Map<String, Double> medianMicros = new LinkedHashMap<>();
    private List<Scenario> scenarios = List.of(AUTHENTICATE);
    private int generations = 5;
    private int rotations = 2;
    private int callsPerWindow = 600;
    private double generationSpread = 0.06;
    private double peakPerSecond = 20_000;
    private double hiccupMicros = 1;
    private long seed = 7;
    private Crossed crossed = Crossed.NOTHING;
    private String incomplete = "";
    private UnaryOperator<Generation> spoil = UnaryOperator.identity();
    private Calibration calibration = new Calibration(
            "2026-03-01T09:00:00Z",
            List.of(),
            List.of(
                    new Calibration.KnownCase(
                            "known delay", 9, 0, "constant 2 ms, p99: 2,041 µs where 2,020 µs is true, bound 40.4 µs"),
                    new Calibration.KnownCase("the driver's own limit", 0, 0, "highest rate on time: 90,000/s")));
    private final Histograms histograms = new Histograms();

    public static SampleRun of(String transport, double medianMicros) {
        return new SampleRun().and(transport, medianMicros);
    }

    /** http 100 us, tcp 52 us, inproc 8 us. */
    public static SampleRun threeTransports() {
        return of("inproc", 8).and("http", 100).and("tcp", 52);
    }

    public SampleRun and(String transport, double micros) {
        medianMicros.put(transport, micros);
        return this;
    }

    public SampleRun scenarios(Scenario... these) {
        scenarios = List.of(these);
        return this;
    }

    public SampleRun generations(int count) {
        generations = count;
        return this;
    }

    public SampleRun rotations(int count) {
        rotations = count;
        return this;
    }

    public SampleRun callsPerWindow(int count) {
        callsPerWindow = count;
        return this;
    }

    /** Standard deviation of a cell's log p50 between generations, over the square root of two. */
    public SampleRun spread(double sdLog) {
        generationSpread = sdLog;
        return this;
    }

    public SampleRun peak(double perSecond) {
        peakPerSecond = perSecond;
        return this;
    }

    /** How late every idle thread woke. */
    public SampleRun hiccups(double micros) {
        hiccupMicros = micros;
        return this;
    }

    /** What each generation's networks were seen to do. */
    public SampleRun crossed(Crossed seen) {
        crossed = seen;
        return this;
    }

    public SampleRun seed(long value) {
        seed = value;
        return this;
    }

    public SampleRun incomplete(String why) {
        incomplete = why;
        return this;
    }

    public SampleRun calibration(Calibration cited) {
        calibration = cited;
        return this;
    }

    /** Applied to every generation when the run is made. */
    public SampleRun spoil(UnaryOperator<Generation> change) {
        UnaryOperator<Generation> before = spoil;
        spoil = b -> change.apply(before.apply(b));
        return this;
    }

    /** Filled by {@link #run}. */
    public Histograms histograms() {
        return histograms;
    }

    public Run run() {
        List<String> transports = List.copyOf(medianMicros.keySet());
        List<Generation> made = new ArrayList<>();
        for (int number = 1; number <= generations; number++) {
            made.add(spoil.apply(generation(number, transports)));
        }
        return new Run(
                Run.SCHEMA,
                "20260301-141530-quick",
                Instant.parse("2026-03-01T14:15:30Z"),
                Instant.parse("2026-03-01T14:18:30.25Z"),
                incomplete,
                List.of("run", "quick"),
                environment(),
                suite(transports),
                new GraphFacts("generated", 110, 1_000, seed, List.of(10, 10, 10)),
                transports.stream().map(SampleFacts::of).toList(),
                made,
                List.of(),
                SampleTrials.ALL,
                Precision.NONE,
                calibration,
                Power.Cited.NONE,
                List.of());
    }

    private Suite suite(List<String> transports) {
        return new Suite(
                "quick",
                "Does it have to be HTTP?",
                transports.stream().map(Row::parse).toList(),
                "http",
                "inproc",
                Layout.CROSS,
                generations,
                rotations,
                Duration.ofMillis(600),
                0.05,
                30_000,
                Duration.ofSeconds(7),
                Duration.ofSeconds(1),
                seed,
                new GraphChoice("", 110, List.of(10), 10),
                List.of("socket"),
                scenarios,
                List.of(),
                "");
    }

    private static Environment environment() {
        return new Environment(
                "Example CPU 3000",
                2,
                "6.1.0",
                "Linux",
                "performance",
                "poll",
                "12 wake-ups a second, /dev/cpu_dma_latency held open",
                false,
                "17.0.15",
                List.of("-XX:+UseSerialGC"),
                "0.1.0",
                "0123abc",
                4L << 30,
                Map.of("netty", "4.2.18.Final"));
    }

    private Generation generation(int number, List<String> transports) {
        SplittableRandom random = new SplittableRandom(seed * 1_000 + number);
        List<Window> windows = new ArrayList<>();
        List<GenerationCell> cells = new ArrayList<>();
        List<Warmth> warmths = new ArrayList<>();
        for (String transport : transports) {
            warmths.add(new Warmth(transport, true, 30_000, 3.5, 0.004, peakPerSecond));
            for (Scenario scenario : scenarios) {
                double micros = medianMicros.getOrDefault(transport, 1.0)
                        * Math.exp(gaussian(random) * generationSpread / Math.sqrt(2));
                Histogram merged = Histograms.empty();
                for (int i = 0; i < rotations; i++) {
                    Histogram one = draw(random, micros);
                    merged.add(one);
                    windows.add(window(windows.size(), scenario, transport, one));
                }
                histograms.add(new Cell(scenario.name(), transport, Clock.INTENDED), number, merged);
                histograms.add(new Cell(scenario.name(), transport, Clock.ACTUAL), number, merged);
                histograms.add(new Cell(scenario.name(), transport, Clock.HICCUP), number, hiccups());
                Latency latency = Histograms.latency(merged);
                cells.add(new GenerationCell(scenario.name(), transport, latency, latency, 1_000));
            }
        }
        List<Window> floors = List.of(window(
                windows.size(),
                new Scenario("", "", "", new Load(Loop.CLOSED, 0, 1), false),
                "socket",
                draw(random, 14)));
        return new Generation(
                number,
                number * 30_000L,
                28.5,
                transports,
                warmths,
                windows,
                floors,
                cells,
                List.of(),
                12,
                List.of(),
                crossed,
                footprints(transports));
    }

    private static List<Footprint> footprints(List<String> transports) {
        return transports.stream()
                .map(t -> t.equals("inproc") ? new Footprint(t, 0, 0, 0) : new Footprint(t, 1, 21, 180_000_000))
                .toList();
    }

    private Window window(int index, Scenario scenario, String transport, Histogram histogram) {
        Latency latency = Histograms.latency(histogram);
        boolean inproc = transport.equals("inproc");
        return SampleWindow.of(index, scenario.name(), transport)
                .latency(latency)
                .sendLag(new Latency(callsPerWindow, 2_000, 5_000, 9_000, 20_000, 40_000, 2_500))
                .accounting(answered(callsPerWindow))
                .driver(new Cost(callsPerWindow * 20_000L, callsPerWindow * 8_000L, callsPerWindow * 512L, 0, 0, 0))
                .server(
                        inproc
                                ? Cost.NONE
                                : new Cost(
                                        callsPerWindow * 15_000L,
                                        callsPerWindow * 9_000L,
                                        callsPerWindow * 256L,
                                        0,
                                        0,
                                        0))
                .steadiness(new Steadiness(latency.p50Nanos(), latency.p50Nanos()))
                .window();
    }

    /** All sent, answered and executed once. */
    public static Accounting answered(long calls) {
        return new Accounting(calls, calls, calls, 0, 0, 0, 0, 0, calls, 0, 0, 0, 0, 0, 0, 0, List.of(), true);
    }

    private Histogram hiccups() {
        Histogram histogram = Histograms.empty();
        histogram.recordValueWithCount(Math.round(hiccupMicros * 1_000), 240);
        return histogram;
    }

    /** Log-normal around the median, with a tail. */
    private Histogram draw(SplittableRandom random, double medianMicros) {
        Histogram histogram = Histograms.empty();
        for (int i = 0; i < callsPerWindow; i++) {
            histogram.recordValue(Math.max(1, Math.round(medianMicros * 1_000 * Math.exp(0.2 * gaussian(random)))));
        }
        return histogram;
    }

    /** Box and Muller's. */
    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
