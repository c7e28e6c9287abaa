package anywire.bench.analysis.advice;

import anywire.bench.analysis.advice.Capability.Known;
import anywire.bench.analysis.advice.Standing.Capacity;
import anywire.bench.analysis.advice.Standing.Timing;
import anywire.bench.model.Figures;
import anywire.bench.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a run serve a need, in order of what they took for it; what keeps the others out; what the run could not
 * tell. All of it from that run's evidence. The report's page does the same in its script, and a test holds the two
 * together.
 *
 * @param ranked the best first; those of which nothing was measured there last
 */
public record Advice(List<Ranked> ranked, List<Excluded> excluded) {
    /**
     * @param place from 1; the same for all that their intervals don't tell apart from the best of them; 0 for one that
     *     can't be ranked
     * @param timing what it is ranked by
     * @param unknown what would have to be known of it, and how to find out
     */
    public record Ranked(Standing row, int place, Optional<Timing> timing, List<String> unknown) {}

    public record Excluded(Standing row, List<Reason> reasons) {}

    public record Reason(String text, Evidence evidence) {}

    public static Advice of(List<Standing> rows, Query need) {
        List<Excluded> excluded = new ArrayList<>();
        List<Ranked> served = new ArrayList<>();
        for (Standing row : rows) {
            List<Reason> reasons = reasons(row, need);
            if (reasons.isEmpty()) {
                served.add(new Ranked(row, 0, row.timing(need), unknown(row, need)));
            } else {
                excluded.add(new Excluded(row, reasons));
            }
        }
        return new Advice(placed(served), List.copyOf(excluded));
    }

    /** Where, as half a sentence. */
    public static String over(Network network) {
        return network == Network.LOOPBACK ? "on loopback" : "at a round trip of " + network.shown();
    }

    /** What {@code anywire run} takes to measure there: a suite, or what a suite of one's own has to say. */
    public static String suite(Network network) {
        return switch (network) {
            case WAN -> "decide";
            case LOSSY -> "loss";
            case LAN -> "FILE, a suite with network: lan";
            case LOOPBACK, ZONE -> "quick";
        };
    }

    private static List<Reason> reasons(Standing row, Query need) {
        List<Reason> reasons = new ArrayList<>();
        for (Requirement wish : Requirement.values()) {
            Capability answer = row.answers().get(wish);
            if (need.wishes().contains(wish) && answer != null && answer.known() == Known.NO) {
                reasons.add(new Reason(answer.why(), answer.evidence()));
            }
        }
        if (need.bodyBytes() > 0 && row.maxBodyBytes() > 0 && need.bodyBytes() > row.maxBodyBytes()) {
            reasons.add(row.bodyTooLarge());
        }
        if (need.ratePerSecond() > 0) {
            tooSlow(row, need).ifPresent(reasons::add);
        }
        row.timing(need)
                .filter(t -> need.withinNanos() > 0 && t.p90Nanos() > need.withinNanos())
                .ifPresent(t -> reasons.add(t.late()));
        return reasons;
    }

    private static Optional<Reason> tooSlow(Standing row, Query need) {
        Optional<Capacity> full = row.capacities().stream()
                .filter(c -> c.failsPerSecond() > 0 && need.ratePerSecond() >= c.failsPerSecond())
                .findFirst();
        if (full.isPresent()) {
            return full.map(Capacity::exceeded);
        }
        return row.timings().stream()
                .filter(t -> t.work() == need.rank() && !t.held() && t.perSecond() > 0)
                .filter(t -> t.perSecond() <= need.ratePerSecond())
                .findFirst()
                .map(Timing::fell);
    }

    private static List<String> unknown(Standing row, Query need) {
        List<String> unknown = new ArrayList<>();
        Arrays.stream(Requirement.values())
                .filter(need.wishes()::contains)
                .map(wish -> row.answers().get(wish))
                .filter(answer -> answer != null && answer.known() == Known.UNKNOWN)
                .forEach(answer -> unknown.add(answer.why() + ": anywire check " + row.row()));
        if (need.ratePerSecond() > 0 && !holds(row, need)) {
            unknown.add("whether it holds " + Figures.whole(need.ratePerSecond()) + "/s: anywire run standard");
        }
        if (row.timing(need).isEmpty()) {
            unknown.add("what it takes " + over(need.network()) + ": anywire run " + suite(need.network()));
        }
        return unknown;
    }

    private static boolean holds(Standing row, Query need) {
        return row.capacities().stream().anyMatch(c -> c.holdsPerSecond() >= need.ratePerSecond())
                || row.timings().stream()
                        .anyMatch(t -> t.held() && t.work() == need.rank() && t.perSecond() >= need.ratePerSecond());
    }

    private static List<Ranked> placed(List<Ranked> served) {
        List<Ranked> sorted = new ArrayList<>(served);
        sorted.sort(Comparator.comparingDouble(
                r -> r.timing().map(Timing::ratio).filter(ratio -> ratio > 0).orElse(Double.MAX_VALUE)));
        List<Ranked> placed = new ArrayList<>();
        int place = 0;
        double bestHigh95 = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Ranked one = sorted.get(i);
            Optional<Timing> timing = one.timing().filter(t -> t.ratio() > 0);
            if (timing.isPresent()) {
                if (place == 0 || timing.get().low95() > bestHigh95) {
                    place = i + 1;
                    // Without an interval nothing tells it from the others.
                    bestHigh95 = timing.get().high95() > 0 ? timing.get().high95() : Double.MAX_VALUE;
                }
                placed.add(new Ranked(one.row(), place, one.timing(), one.unknown()));
            } else {
                placed.add(one);
            }
        }
        return List.copyOf(placed);
    }
}
