package anywire.bench.samples;

import anywire.bench.model.Action;
import anywire.bench.model.Calibration;
import anywire.bench.model.Cost;
import anywire.bench.model.Crossed;
import anywire.bench.model.Footprint;
import anywire.bench.model.Generation;
import anywire.bench.model.GraphFacts;
import anywire.bench.model.Histograms;
import anywire.bench.model.Histograms.Cell;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.JudgedBy;
import anywire.bench.model.Latency;
import anywire.bench.model.Power;
import anywire.bench.model.Run;
import anywire.bench.model.ScaledLoad;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Steadiness;
import anywire.bench.model.Warmth;
import anywire.bench.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * A synthetic run: latencies drawn around a median for each transport, on two levels, so that what an analysis should find is
 * known. Change generations, windows and so on after the fact.
 */
public final class SampleRun {
    public static final Scenario AUTHENTICATE =
            new Scenario("authenticate", Action.AUTHENTICATE, "binary", new Load(Loop.POISSON, 1_000, 0), true);
    public static final Scenario ONE_IN_FLIGHT =
            new Scenario("authenticate-closed", Action.AUTHENTICATE, "binary", new Load(Loop.CLOSED, 0, 1), false);

    /** How many times as long as usual a row takes in one round. */
    public interface Pace {
        /** @param round of the run, counted from 1 */
        double times(String row, int generation, int round);
    }

    private final Map<String, Double> medianMicros = new LinkedHashMap<>();
    private List<Scenario> scenarios = List.of(AUTHENTICATE);
    private int generations = 3;
    private int rounds = 4;
    private int callsPerWindow = 600;
    private double betweenSd = 0.04;
    private double withinSd = 0.02;
    private double peakPerSecond = 20_000;
    private double hiccupMicros = 1;
    private long seed = 7;
    private Pace pace = (row, generation, round) -> 1;
    private Crossed crossed = Crossed.NOTHING;
    private String incomplete = "";
    private UnaryOperator<Generation> alteration = UnaryOperator.identity();
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

    /** Of each generation. */
    public SampleRun rounds(int count) {
        rounds = count;
        return this;
    }

    public SampleRun callsPerWindow(int count) {
        callsPerWindow = count;
        return this;
    }

    /**
     * Of the log ratio of two cells' medians.
     *
     * @param betweenSdLog between generations
     * @param withinSdLog between rounds of one, beyond what so few calls give by chance
     */
    public SampleRun spread(double betweenSdLog, double withinSdLog) {
        betweenSd = betweenSdLog;
        withinSd = withinSdLog;
        return this;
    }

    public SampleRun paced(Pace value) {
        pace = value;
        return this;
    }

    /** In closed loop, of every row; 0 for none measured. */
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
    public SampleRun altered(UnaryOperator<Generation> change) {
        UnaryOperator<Generation> before = alteration;
        alteration = b -> change.apply(before.apply(b));
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
            made.add(alteration.apply(generation(number, transports)));
        }
        return new Run(
                Run.SCHEMA,
                "20260301-141530-quick",
                Instant.parse("2026-03-01T14:15:30Z"),
                Instant.parse("2026-03-01T14:18:30.25Z"),
                incomplete,
                List.of("run", "quick"),
                SampleSuite.environment(),
                SampleSuite.of(transports, scenarios, generations, rounds, seed),
                new GraphFacts("generated", 110, 1_000, seed, List.of(10, 10, 10)),
                transports.stream().map(SampleFacts::of).toList(),
                made,
                List.of(),
                SampleTrials.ALL,
                SampleSuite.schedule(generations, rounds),
                loads(),
                calibration,
                Power.Cited.NONE,
                JudgedBy.reference(SampleSuite.BOUNDS),
                List.of());
    }

    private List<ScaledLoad> loads() {
        return scenarios.stream()
                .filter(s -> s.load().loop().open() && peakPerSecond > 0)
                .map(s -> {
                    double asked = s.load().ratePerSecond();
                    double most = ScaledLoad.MAX_SHARE * peakPerSecond;
                    return new ScaledLoad(s.name(), asked, Math.min(asked, most), "http", peakPerSecond);
                })
                .toList();
    }

    private Generation generation(int number, List<String> transports) {
        SplittableRandom random = new SplittableRandom(seed * 1_000 + number);
        int first = (number - 1) * rounds + 1;
        Map<String, Double> drawn = new LinkedHashMap<>();
        for (String row : transports) {
            scenarios.forEach(s -> drawn.put(row + s.name(), gaussian(random) * betweenSd / Math.sqrt(2)));
        }
        List<Window> windows = new ArrayList<>();
        for (int round = first; round < first + rounds; round++) {
            for (Scenario scenario : scenarios) {
                for (String row : transports) {
                    double log =
                            drawn.getOrDefault(row + scenario.name(), 0.0) + gaussian(random) * withinSd / Math.sqrt(2);
                    double micros =
                            medianMicros.getOrDefault(row, 1.0) * pace.times(row, number, round) * Math.exp(log);
                    windows.add(measured(windows.size(), round, scenario, row, draw(random, micros)));
                }
            }
        }
        Scenario floor = new Scenario("", Action.AUTHENTICATE, "", new Load(Loop.CLOSED, 0, 1), false);
        return new Generation(
                number,
                number * 30_000L,
                28.5,
                transports,
                transports.stream()
                        .map(row -> new Warmth(row, true, 30_000, 3.5, 0.004, peakPerSecond))
                        .toList(),
                windows,
                List.of(window(windows.size(), first, floor, "socket", draw(random, 14))),
                "",
                12,
                List.of(),
                crossed,
                footprints(transports));
    }

    private Window measured(int index, int round, Scenario scenario, String row, Histogram one) {
        histograms.add(new Cell(scenario.name(), row, Clock.INTENDED), round, one);
        histograms.add(new Cell(scenario.name(), row, Clock.ACTUAL), round, one);
        histograms.add(new Cell(scenario.name(), row, Clock.HICCUP), round, hiccups());
        return window(index, round, scenario, row, one);
    }

    private static List<Footprint> footprints(List<String> transports) {
        return transports.stream()
                .map(t -> t.equals("inproc") ? new Footprint(t, 0, 0, 0) : new Footprint(t, 1, 21, 180_000_000))
                .toList();
    }

    private Window window(int index, int round, Scenario scenario, String transport, Histogram histogram) {
        Latency latency = Histograms.latency(histogram);
        boolean inproc = transport.equals("inproc");
        return SampleWindow.of(index, round, scenario.name(), transport)
                .latency(latency)
                .sendLag(new Latency(callsPerWindow, 2_000, 5_000, 9_000, 20_000, 40_000, 2_500))
                .accounting(SampleAccounting.answered(callsPerWindow))
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
