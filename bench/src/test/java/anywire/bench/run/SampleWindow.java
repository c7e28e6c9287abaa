package anywire.bench.run;

import anywire.bench.run.Machine.Hiccups;
import anywire.bench.run.Machine.Others;
import java.util.List;

/** A window of 0.6 s on a quiet machine, in which all went well; change what a test is about. */
public final class SampleWindow {
    private static final Latency PUNCTUAL = new Latency(600, 2_000, 5_000, 9_000, 20_000, 40_000, 2_500);

    private final int index;
    private final String scenario;
    private final String transport;
    private Latency latency = new Latency(600, 52_000, 70_000, 90_000, 95_000, 99_000, 55_000);
    private Latency sendLag = PUNCTUAL;
    private Accounting accounting = SampleRun.answered(600);
    private Cost driver = new Cost(12_000_000, 5_000_000, 300_000, 0, 0, 0);
    private Cost server = new Cost(9_000_000, 4_000_000, 150_000, 0, 0, 0);
    private Machine machine = quiet();
    private Steadiness steadiness = new Steadiness(52_000, 52_000);
    private List<Flaw> flaws = List.of();

    private SampleWindow(int index, String scenario, String transport) {
        this.index = index;
        this.scenario = scenario;
        this.transport = transport;
    }

    public static SampleWindow over(String transport) {
        return of(0, "authenticate", transport);
    }

    static SampleWindow of(int index, String scenario, String transport) {
        return new SampleWindow(index, scenario, transport);
    }

    public static SampleWindow from(Window w) {
        return of(w.index(), w.scenario(), w.transport())
                .latency(w.intended())
                .sendLag(w.sendLag())
                .accounting(w.accounting())
                .driver(w.driver())
                .server(w.server())
                .machine(w.machine())
                .steadiness(w.steadiness())
                .flaws(w.flaws());
    }

    /** Watched for 0.7 s, on two cores. */
    public static Machine quiet() {
        return new Machine(
                0.7,
                0,
                0.01,
                new Others(0, "", 0),
                new Others(2_000_000, "http", 2_000_000),
                new Traffic(180_000, 1_800),
                List.of(new Hiccups(0, 120, 20_000, 80_000, 200_000), new Hiccups(1, 120, 20_000, 80_000, 200_000)));
    }

    public SampleWindow latency(Latency value) {
        latency = value;
        return this;
    }

    public SampleWindow sendLag(Latency value) {
        sendLag = value;
        return this;
    }

    public SampleWindow accounting(Accounting value) {
        accounting = value;
        return this;
    }

    public SampleWindow driver(Cost value) {
        driver = value;
        return this;
    }

    public SampleWindow server(Cost value) {
        server = value;
        return this;
    }

    public SampleWindow machine(Machine value) {
        machine = value;
        return this;
    }

    public SampleWindow steadiness(Steadiness value) {
        steadiness = value;
        return this;
    }

    public SampleWindow flaws(List<Flaw> value) {
        flaws = value;
        return this;
    }

    public Window window() {
        return new Window(
                index,
                scenario,
                transport,
                index * 600L,
                0.6,
                latency,
                latency,
                sendLag,
                1_000,
                accounting,
                driver,
                server,
                0,
                machine,
                steadiness,
                flaws);
    }
}
