package anywire.bench.calibrate;

import anywire.bench.run.CalibrationRow;
import anywire.bench.run.CalibrationRow.Unit;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Window;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Windows that the machine spoilt, by the same checks that a run goes by. A run throws away what is in one block with
 * them; here they are measured again, as long as there are few: what the harness does not use says nothing of it.
 */
final class Spoilt {
    private final String known;
    private final int allowed;
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private int measured;
    private int spoilt;

    /** @param allowed how many may be measured again; what is spoilt after that stays in */
    Spoilt(String known, int allowed) {
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
            for (Flaw flaw : window.flaws()) {
                if (flaw.blame() == Blame.MACHINE) {
                    found.add(flaw.check());
                }
            }
        }
        found.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        if (!found.isEmpty()) {
            spoilt++;
        }
        return !found.isEmpty() && spoilt <= allowed;
    }

    /** Shown, not judged: it is the machine's. */
    CalibrationRow row() {
        String by = reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        String then = spoilt > allowed
                ? "; " + (spoilt - allowed) + " of them were too many to measure again, and stayed in"
                : "; measured again";
        return CalibrationRow.shown(
                known, "spoilt by the machine, of " + measured, Unit.CALLS, 0, spoilt, spoilt == 0 ? "" : by + then);
    }
}
