package anywire.bench.engine.calibrate;

import anywire.bench.engine.measure.Disturbances;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.Window;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Windows that the machine disturbed. Here they are measured again, as long as there are few: what is known can't be seen in
 * them.
 */
final class Disturbed {
    private final String known;
    private final int allowed;
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private int measured;
    private int disturbed;

    /** @param allowed how many may be measured again; what is disturbed after that stays in */
    Disturbed(String known, int allowed) {
        this.known = known;
        this.allowed = allowed;
    }

    /** @return whether this attempt, of one window or of several that belong together, is to be made again */
    boolean again(Window... attempt) {
        return again(Set.of(), attempt);
    }

    /** @param seen by whoever knows what should have happened: what else the machine did to this attempt */
    boolean again(Set<String> seen, Window... attempt) {
        measured++;
        Set<String> found = new LinkedHashSet<>(seen);
        for (Window window : attempt) {
            found.addAll(Disturbances.of(window));
        }
        found.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        if (!found.isEmpty()) {
            disturbed++;
        }
        return !found.isEmpty() && disturbed <= allowed;
    }

    /** Shown, not judged: it is the machine's. */
    CalibrationRow row() {
        String by = reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        String then = disturbed > allowed
                ? "; " + (disturbed - allowed) + " of them were too many to measure again, and stayed in"
                : "; measured again";
        return CalibrationRow.shown(
                known,
                "disturbed by the machine, of " + measured,
                Unit.CALLS,
                0,
                disturbed,
                disturbed == 0 ? "" : by + then);
    }
}
