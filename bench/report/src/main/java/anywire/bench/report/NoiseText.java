package anywire.bench.report;

import anywire.bench.model.Covariate;
import anywire.bench.model.Figures;
import anywire.bench.model.JudgedBy;
import anywire.bench.model.Noise;
import anywire.bench.model.Noise.Adversary;
import anywire.bench.model.Noise.Bound;
import anywire.bench.model.Noise.Dose;
import anywire.bench.model.Noise.Half;
import anywire.bench.model.Noise.Measured;
import anywire.bench.model.Noise.Move;
import anywire.bench.model.Noise.Said;
import anywire.bench.model.Noise.Seen;
import anywire.bench.model.Noise.Slope;
import anywire.bench.model.NoiseRound.Place;
import anywire.bench.model.Reason;
import anywire.bench.model.TrustBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The noise table as a terminal shows it, and the one sentence that reports cite. */
public final class NoiseText {
    private static final int WIDTH = 100;

    private NoiseText() {}

    /** Plain lines of at most 100 columns. */
    public static List<String> lines(Noise noise) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Wrapped.lines(
                noise.scenario()
                        + ". How far the natural log of the p50's ratio moved from undisturbed rounds to disturbed"
                        + " ones, +- one standard error: of a row to itself (tie), and of a row that is 15 % slower. What"
                        + " was seen of it besides: shares (steal and foreign of all cores, others and CPU of one, JIT and"
                        + " GC of the window), how late idle threads woke in ms, probe and send lag as logs.",
                WIDTH));
        for (Measured kind : noise.kinds()) {
            lines.add("");
            lines.addAll(Wrapped.lines(head(kind), WIDTH));
            lines.addAll(moves(kind));
            lines.addAll(seen(kind));
        }
        List<Bound> told = noise.bounds().stream().filter(NoiseText::tells).toList();
        if (!told.isEmpty()) {
            lines.add("");
            lines.addAll(Wrapped.lines(
                    "Where the ratio has moved by half of a margin of 5 %, by interpolation, and by how much its log moves"
                            + " for each unit (of what nothing is certain, only the dose is shown; noise.json has all):",
                    WIDTH));
            lines.addAll(bounds(told));
        }
        for (Adversary adversary : noise.adversaries()) {
            lines.add("");
            lines.addAll(adversary(adversary));
        }
        lines.add("");
        lines.addAll(Wrapped.lines(judged(noise.trust()), WIDTH));
        return lines;
    }

    private static String head(Measured kind) {
        return kind.kind().word() + ": " + kind.kind().says() + ". "
                + Figures.count(kind.passes(), "pass").replace("passs", "passes")
                + (kind.realTime() ? "." : ", with normal priority, since a higher one was not granted.")
                + (kind.betweenSdLog() > 0
                        ? " The errors contain that fresh processes differ by " + Figures.fixed(kind.betweenSdLog(), 2)
                                + "."
                        : "");
    }

    private static List<String> moves(Measured kind) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                kind.kind().unit(), "in one row: tie", "15 % slower", "in all: tie", "15 % slower", "burnt, cores"));
        for (Dose one : at(kind, Place.ONE_ROW)) {
            Dose all = at(kind, Place.ALL_ROWS).stream()
                    .filter(d -> d.dose() == one.dose())
                    .findFirst()
                    .orElse(one);
            rows.add(List.of(
                    dose(one.dose()),
                    move(one.tie()),
                    move(one.known()),
                    move(all.tie()),
                    move(all.known()),
                    one.plantedShare() == 0 ? "-" : Figures.percent(one.plantedShare())));
        }
        return Wrapped.columns(rows);
    }

    private static List<String> seen(Measured kind) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("seen"));
        for (Covariate covariate : Covariate.values()) {
            heads.add(head(covariate));
        }
        rows.add(heads);
        for (Place place : List.of(Place.ONE_ROW, Place.ALL_ROWS)) {
            for (Dose dose : at(kind, place)) {
                List<String> row = new ArrayList<>();
                row.add((place == Place.ONE_ROW ? "one " : "all ") + dose(dose.dose()));
                for (Covariate covariate : Covariate.values()) {
                    row.add(dose.seen().stream()
                            .filter(s -> s.covariate() == covariate)
                            .map(NoiseText::figure)
                            .findFirst()
                            .orElse("-"));
                }
                rows.add(row);
            }
        }
        return Wrapped.columns(rows);
    }

    private static String head(Covariate covariate) {
        return switch (covariate) {
            case HICCUP_P99 -> "late p99";
            case HICCUP_MAX -> "late max";
            case SEND_LAG -> "lag";
            case COMPILERS -> "JIT";
            case COLLECTORS -> "GC";
            case OWN_CPU -> "CPU";
            case STEAL, OTHERS, FOREIGN, PROBE -> covariate.words();
        };
    }

    private static List<Dose> at(Measured kind, Place place) {
        return kind.doses().stream().filter(d -> d.place() == place).toList();
    }

    private static String dose(double dose) {
        return dose == Math.rint(dose) ? Figures.whole(dose) : String.valueOf(dose);
    }

    private static String move(Move move) {
        return String.format(Locale.ROOT, "%+.3f +-%.3f", move.log(), move.standardError());
    }

    /** In the covariate's unit: a share as it is, a log too, milliseconds with one digit. */
    private static String figure(Seen seen) {
        double more = seen.more();
        return seen.covariate().unit().equals("ms")
                ? String.format(Locale.ROOT, "%+.1f", more)
                : String.format(Locale.ROOT, "%+.3f", more);
    }

    /** The dose always; else what moves a ratio for certain, in one row also what only begins to. */
    private static boolean tells(Bound bound) {
        return bound.figure().equals(Bound.DOSE)
                || bound.half().high().isPresent()
                || (bound.place() == Place.ONE_ROW
                        && bound.slope().stream().anyMatch(s -> s.low() > 0 || s.high() < 0));
    }

    private static List<String> bounds(List<Bound> bounds) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("disturbance", "ratio", "figure", "half at", "95 %", "slope", "95 %"));
        for (Bound bound : bounds) {
            Half half = bound.half();
            rows.add(List.of(
                    bound.kind().word() + (bound.place() == Place.ONE_ROW ? " one" : " all"),
                    bound.ofTie() ? "tie" : "15 %",
                    bound.figure() + ", " + bound.unit(),
                    half.at().isPresent() ? number(half.at()) : "not reached",
                    half.low().isEmpty() ? "-" : number(half.low()) + " to " + number(half.high()),
                    bound.slope().stream()
                            .map(s -> digits(s.perUnit()))
                            .findFirst()
                            .orElse("-"),
                    bound.slope().stream().map(NoiseText::interval).findFirst().orElse("-")));
        }
        return Wrapped.columns(rows);
    }

    private static String interval(Slope slope) {
        return digits(slope.low()) + " to " + digits(slope.high());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? digits(value.getAsDouble()) : "?";
    }

    /** Three significant digits; small shares need more places than {@link Figures} gives. */
    private static String digits(double value) {
        double size = Math.abs(value);
        int places = size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        return size >= 1e5
                ? String.format(Locale.ROOT, "%.0e", value)
                : String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private static List<String> adversary(Adversary a) {
        List<String> lines = new ArrayList<>();
        lines.add("adversary: " + a.name() + ": the analysis was " + (a.held() ? "not misled" : "MISLED"));
        List<String> told = new ArrayList<>();
        told.add("all rounds: " + said(a.all()));
        told.add("undisturbed rounds: " + said(a.undisturbed()));
        told.add("trust: " + a.trust().words()
                + a.reasons().stream()
                        .map(NoiseText::reason)
                        .collect(Collectors.joining(", ", a.reasons().isEmpty() ? "" : ": ", "")));
        told.addAll(a.figures());
        told.stream()
                .flatMap(line -> Wrapped.lines(line, WIDTH - 2).stream())
                .map(line -> "  " + line)
                .forEach(lines::add);
        return lines;
    }

    private static String reason(Reason reason) {
        return reason.code().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + digits(reason.figure())
                + " (bound " + digits(reason.bound()) + ")";
    }

    private static String said(Said said) {
        return String.format(
                Locale.ROOT,
                "%d, ratio %.3f (95 %%: %.3f to %.3f), %s",
                said.rounds(),
                said.ratio(),
                said.low(),
                said.high(),
                said.verdict().words());
    }

    private static String judged(TrustBounds trust) {
        return String.format(
                Locale.ROOT,
                "Runs on this machine are judged by: probe %.2f times its usual time; log ratio %.2f for all cores stolen,"
                        + " %.2f for a core of others'; noisy beyond %.1f %% of all cores stolen or %.1f %% of a core of"
                        + " others'; compilers %.1f %% of the windows. %s",
                trust.probeSlower(),
                trust.stealSlope(),
                trust.othersSlope(),
                100 * trust.steal(),
                100 * trust.others(),
                100 * trust.compilers(),
                origin(trust));
    }

    private static String origin(TrustBounds trust) {
        return trust.measured().isEmpty()
                ? "All of these are the reference bounds."
                : "Found here: " + String.join(", ", trust.measured()) + "; the others are the reference bounds.";
    }

    /** Where a run's bounds of trust are from, in one sentence. */
    static String cited(JudgedBy by) {
        if (!by.experiment()) {
            return "The bounds of trust are the reference ones; what disturbances do on this machine was not measured:"
                    + " \"anywire calibrate --noise\".";
        }
        if (!by.differs().isEmpty()) {
            return "The bounds of trust are the reference ones, since the experiment of " + by.at()
                    + " was made with another " + String.join(", ", by.differs()) + ".";
        }
        return by.bounds().measured().isEmpty()
                ? "The bounds of trust are the reference ones: the experiment on this machine of " + by.at()
                        + " found none that is surer."
                : "Bounds of trust by an experiment on this machine of " + by.at() + ": "
                        + String.join(", ", by.bounds().measured()) + "; the others are the reference ones.";
    }
}
