package anywire.bench.model;

import java.util.List;

/** What kinds of disturbance are planted to see what each does to a ratio, and in which doses. */
public enum NoiseKind {
    STALLS(
            "stalls",
            "on every core, before all else, work of somebody else's for so much of each 100 ms",
            "ms of 100",
            0,
            List.of(0.25, 0.5, 1.0, 2.0, 5.0)),
    NEIGHBOUR(
            "neighbour",
            "a process of normal priority that takes so much of a core, the services' first one",
            "% of a core",
            0,
            List.of(2.0, 5.0, 10.0, 20.0, 40.0)),
    LUMP(
            "lump",
            "one burst of CPU on the services' first core, at a random moment of each window",
            "ms a window",
            0,
            List.of(5.0, 10.0, 20.0, 40.0, 80.0)),
    LATE(
            "late",
            "the driver sends each call late, by so much of the row's own p50",
            "% of the p50",
            0,
            List.of(1.0, 2.5, 5.0, 10.0, 25.0)),
    COLD("cold", "processes that were warmed for so long only", "s of warm-up", 24, List.of(16.0, 8.0, 4.0, 2.0, 1.0));

    private final String word;
    private final String says;
    private final String unit;
    private final double undisturbed;
    private final List<Double> doses;

    NoiseKind(String word, String says, String unit, double undisturbed, List<Double> doses) {
        this.word = word;
        this.says = says;
        this.unit = unit;
        this.undisturbed = undisturbed;
        this.doses = doses;
    }

    /** As the command line has it. */
    public String word() {
        return word;
    }

    /** What it is, in words. */
    public String says() {
        return says;
    }

    /** Of a dose. */
    public String unit() {
        return unit;
    }

    /** The dose that is none. */
    public double undisturbed() {
        return undisturbed;
    }

    /** From the weakest to the strongest. */
    public List<Double> doses() {
        return doses;
    }
}
