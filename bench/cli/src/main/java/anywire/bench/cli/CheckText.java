package anywire.bench.cli;

import anywire.bench.engine.conformance.TckRole.Checked;
import anywire.transport.Guarantee;
import anywire.transport.tck.Tck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the TCK found, for a terminal: guarantee by guarantee, then what every transport must do, group by group. */
public final class CheckText {
    private static final String PASSED = "PASSED";
    private static final String NOT_PROMISED = "is not promised";
    private static final String FAILED = "FAILED";

    private CheckText() {}

    /** @return whether all holds, and all was tried */
    public static boolean passed(List<Checked> checks) {
        return having(checks, FAILED).isEmpty() && untried(checks) == 0;
    }

    public static boolean triedAll(List<Checked> checks) {
        return untried(checks) == 0;
    }

    /** Those that tried what is promised. */
    public static List<Checked> ofGuarantees(List<Checked> checks) {
        return checks.stream()
                .filter(check -> !check.guarantee().isEmpty())
                .filter(check ->
                        check.outcome().equals(PASSED) || check.outcome().equals(FAILED))
                .toList();
    }

    private static long untried(List<Checked> checks) {
        return checks.stream()
                .filter(check -> check.reason().equals(Tck.OUT_OF_TIME))
                .count();
    }

    /** {@code keeps what it promises}, or what else there is to be said. */
    public static String verdict(List<Checked> checks) {
        if (!having(checks, FAILED).isEmpty()) {
            return "does not keep what it promises";
        }
        return untried(checks) == 0 ? "keeps what it promises" : "was not tried to the end, for want of time (--limit)";
    }

    public static List<String> lines(List<Checked> checks) {
        List<String> lines = new ArrayList<>();
        List<String> unpromised = new ArrayList<>();
        for (Guarantee guarantee : Guarantee.values()) {
            List<Checked> its = checks.stream()
                    .filter(check -> check.guarantee().equals(guarantee.name()))
                    .toList();
            if (its.isEmpty()) {
                continue; // of a group that was not asked for
            }
            if (its.stream().allMatch(check -> check.reason().endsWith(NOT_PROMISED))) {
                unpromised.add(guarantee.name());
            } else {
                lines.addAll(lines(guarantee.name(), its));
            }
        }
        Map<String, List<Checked>> everys = new LinkedHashMap<>();
        checks.stream()
                .filter(check -> check.guarantee().isEmpty())
                .forEach(check -> everys.computeIfAbsent(check.group(), group -> new ArrayList<>())
                        .add(check));
        everys.forEach((group, its) -> lines.addAll(lines("(every) " + group, its)));
        if (!unpromised.isEmpty()) {
            lines.add("  not promised: " + String.join(", ", unpromised));
        }
        return lines;
    }

    private static List<String> lines(String title, List<Checked> group) {
        List<Checked> failed = having(group, FAILED);
        int passed = having(group, PASSED).size();
        List<String> lines = new ArrayList<>();
        if (!failed.isEmpty()) {
            lines.add(row("BROKEN", title, failed.size() + " of " + (failed.size() + passed)));
            for (Checked check : failed) {
                lines.add("            " + check.test());
                lines.add("              " + check.reason());
            }
            Hints.of(failed.get(0)).ifPresent(hint -> lines.add("            hint: " + hint));
        } else if (passed > 0) {
            lines.add(row("kept", title, passed + (passed == 1 ? " check" : " checks")));
        } else {
            lines.add(row("-", title, group.get(0).reason()));
        }
        return lines;
    }

    private static String row(String word, String title, String rest) {
        return String.format("  %-8s  %-26s %s", word, title, rest);
    }

    private static List<Checked> having(List<Checked> group, String outcome) {
        return group.stream().filter(check -> check.outcome().equals(outcome)).toList();
    }

    /** {@code 85 checks passed, 2 failed, 12 not applicable}. */
    public static String sum(List<Checked> checks) {
        int passed = having(checks, PASSED).size();
        int failed = having(checks, FAILED).size();
        return passed + " checks passed, " + failed + " failed, " + (checks.size() - passed - failed) + " skipped";
    }
}
