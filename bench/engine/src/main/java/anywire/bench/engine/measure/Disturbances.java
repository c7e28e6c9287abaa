package anywire.bench.engine.measure;

import anywire.bench.model.Machine;
import anywire.bench.model.Machine.Others;
import anywire.bench.model.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * What a machine did to one window that is meant to show something known. For calibration, which measures such a window
 * again; a run leaves no window out.
 */
public final class Disturbances {
    /** A window of 0.6 s on two cores is 120 ticks: two of them may have begun before it. */
    private static final double MAX_STEAL = 0.02;
    /** Of one core; a quiet machine's own daemons take up to 1.5 %. */
    private static final double MAX_STRAY = 0.05;
    /** Of all cores; the account that this is from says -4 to 7 % of a quiet window. */
    private static final double MAX_UNSEEN = 0.2;

    private static final long MAX_HICCUP_P99_NANOS = 20_000_000;
    private static final long MAX_HICCUP_NANOS = 50_000_000;

    private Disturbances() {}

    /** By name; none of a quiet window. */
    public static List<String> of(Window window) {
        Machine machine = window.machine();
        Others strays = machine.strays();
        List<String> seen = new ArrayList<>();
        if (machine.stealShare() > MAX_STEAL) {
            seen.add("steal");
        }
        boolean stray = machine.seconds() > 0 && strays.cpuNanos() / (machine.seconds() * 1e9) > MAX_STRAY;
        if (stray || machine.foreignShare() > MAX_UNSEEN) {
            seen.add("other processes");
        }
        if (machine.hiccups().stream()
                .anyMatch(h -> h.p99Nanos() > MAX_HICCUP_P99_NANOS || h.maxNanos() > MAX_HICCUP_NANOS)) {
            seen.add("hiccups");
        }
        return seen;
    }
}
