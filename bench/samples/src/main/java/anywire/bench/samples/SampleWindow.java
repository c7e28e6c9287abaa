package anywire.bench.samples;

import static anywire.bench.samples.Changed.with;

import anywire.bench.model.Accounting;
import anywire.bench.model.Cost;
import anywire.bench.model.Latency;
import anywire.bench.model.Machine;
import anywire.bench.model.Machine.Hiccups;
import anywire.bench.model.Machine.Others;
import anywire.bench.model.Steadiness;
import anywire.bench.model.Traffic;
import anywire.bench.model.Window;
import java.util.List;

/** A window of 0.6 s on a quiet machine, in which all went well; change what a test is about. */
public final class SampleWindow {
    private static final double SECONDS = 0.6;
    /** Watched a little longer than measured. */
    private static final double WATCHED_SECONDS = 0.7;
    /** What the probe takes where nobody disturbs it. */
    public static final long PROBE_NANOS = 2_000_000;

    private static final Latency PUNCTUAL = new Latency(600, 2_000, 5_000, 9_000, 20_000, 40_000, 2_500);
    private static final Latency USUAL = new Latency(600, 52_000, 70_000, 90_000, 95_000, 99_000, 55_000);

    private Window window;

    private SampleWindow(Window window) {
        this.window = window;
    }

    public static SampleWindow over(String transport) {
        return of(0, 1, "authenticate", transport);
    }

    static SampleWindow of(int index, int round, String scenario, String transport) {
        return new SampleWindow(new Window(
                index,
                round,
                scenario,
                transport,
                index * 600L,
                SECONDS,
                USUAL,
                USUAL,
                PUNCTUAL,
                1_000,
                SampleAccounting.answered(600),
                new Cost(12_000_000, 5_000_000, 300_000, 0, 0, 0),
                new Cost(9_000_000, 4_000_000, 150_000, 0, 0, 0),
                0,
                0,
                quiet(),
                new Steadiness(52_000, 52_000)));
    }

    public static SampleWindow from(Window window) {
        return new SampleWindow(window);
    }

    /** On two cores. */
    public static Machine quiet() {
        return new Machine(
                WATCHED_SECONDS,
                0,
                0.01,
                Others.NOBODY,
                new Others(2_000_000, "http", 2_000_000),
                1_000_000,
                PROBE_NANOS,
                new Traffic(180_000, 1_800),
                List.of(new Hiccups(0, 120, 20_000, 80_000, 200_000), new Hiccups(1, 120, 20_000, 80_000, 200_000)));
    }

    /** From the intended start and from the send: it was sent on time. */
    public SampleWindow latency(Latency value) {
        return set("intended", value).set("actual", value);
    }

    /** From the send alone. */
    public SampleWindow actual(Latency value) {
        return set("actual", value);
    }

    public SampleWindow sendLag(Latency value) {
        return set("sendLag", value);
    }

    public SampleWindow accounting(Accounting value) {
        return set("accounting", value);
    }

    public SampleWindow driver(Cost value) {
        return set("driver", value);
    }

    public SampleWindow server(Cost value) {
        return set("server", value);
    }

    public SampleWindow steadiness(Steadiness value) {
        return set("steadiness", value);
    }

    public SampleWindow machine(Machine value) {
        return set("machine", value);
    }

    /** @param share of all cores */
    public SampleWindow steal(double share) {
        return machine(with(window.machine(), "stealShare", share));
    }

    /** @param share of one core */
    public SampleWindow strays(double share) {
        long nanos = Math.round(share * WATCHED_SECONDS * 1e9);
        return machine(with(window.machine(), "strays", new Others(nanos, "make", nanos)));
    }

    /** @param share of one core, by rows that should stand still */
    public SampleWindow bystanders(double share) {
        long nanos = Math.round(share * WATCHED_SECONDS * 1e9);
        return machine(with(window.machine(), "bystanders", new Others(nanos, "http", nanos)));
    }

    /** @param times as long as usual */
    public SampleWindow probe(double times) {
        return machine(with(window.machine(), "probeNanos", Math.round(times * PROBE_NANOS)));
    }

    public SampleWindow hiccups(long p99Nanos, long maxNanos) {
        Hiccups quiet = window.machine().hiccups().get(0);
        return machine(
                with(window.machine(), "hiccups", List.of(quiet, new Hiccups(1, 120, 20_000, p99Nanos, maxNanos))));
    }

    /** @param share of one core, by compilers of the services' process */
    public SampleWindow jit(double share) {
        return server(with(window.server(), "jitNanos", Math.round(share * SECONDS * 1e9)));
    }

    /** @param share of the time, by collectors of the driver's process */
    public SampleWindow collections(double share) {
        return driver(with(window.driver(), "gcMillis", Math.round(share * SECONDS * 1e3)));
    }

    /** @param share of one core, by the driver's process */
    public SampleWindow driverCpu(double share) {
        return driver(with(window.driver(), "cpuNanos", Math.round(share * SECONDS * 1e9)));
    }

    /** @param share of one core, by the services' process */
    public SampleWindow serverCpu(double share) {
        return server(with(window.server(), "cpuNanos", Math.round(share * SECONDS * 1e9)));
    }

    private SampleWindow set(String component, Object value) {
        window = with(window, component, value);
        return this;
    }

    public Window window() {
        return window;
    }
}
