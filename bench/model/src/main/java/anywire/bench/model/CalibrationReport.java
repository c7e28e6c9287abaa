package anywire.bench.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far off the harness is on a machine, by what is known: {@code calibration.json}.
 *
 * @param schema of this record
 * @param seconds that it took
 */
public record CalibrationReport(int schema, Instant at, double seconds, Machine machine, List<CalibrationRow> rows) {
    public static final int SCHEMA = 1;

    /**
     * What a calibration is good for.
     *
     * @param idle what idle cores do: {@code poll}, {@code halt} or {@code unknown}
     */
    public record Machine(String cpu, int cores, String kernel, String idle, String jdk, String anywireVersion) {
        public static Machine of(Environment e) {
            return new Machine(e.cpu(), e.cores(), e.kernel(), e.idle(), e.jdk(), e.anywireVersion());
        }

        /** What is another one, by name. */
        List<String> differences(Machine other) {
            List<String> differences = new ArrayList<>();
            addIf(!cpu.equals(other.cpu), "CPU", differences);
            addIf(cores != other.cores, "cores", differences);
            addIf(!kernel.equals(other.kernel), "kernel", differences);
            addIf(!idle.equals(other.idle), "idle cores", differences);
            addIf(!jdk.equals(other.jdk), "JDK", differences);
            addIf(!anywireVersion.equals(other.anywireVersion), "anywire", differences);
            return differences;
        }

        private static void addIf(boolean differs, String name, List<String> to) {
            if (differs) {
                to.add(name);
            }
        }
    }

    /** Whether nothing is further off than it may be. */
    public boolean holds() {
        return rows.stream().noneMatch(CalibrationRow::off);
    }

    /** By case, in the order in which they were measured. */
    public Map<String, List<CalibrationRow>> byCase() {
        Map<String, List<CalibrationRow>> cases = new LinkedHashMap<>();
        rows.forEach(row ->
                cases.computeIfAbsent(row.known(), known -> new ArrayList<>()).add(row));
        return cases;
    }

    /** As a run in these surroundings cites it. */
    public Calibration citedIn(Environment here) {
        List<Calibration.KnownCase> cases = new ArrayList<>();
        byCase().forEach((known, of) -> cases.add(Calibration.KnownCase.of(known, of)));
        return new Calibration(at.toString(), machine.differences(Machine.of(here)), cases);
    }
}
