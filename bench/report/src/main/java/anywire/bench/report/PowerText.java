package anywire.bench.report;

import anywire.bench.model.Figures;
import anywire.bench.model.Power;
import anywire.bench.model.Power.Case;
import anywire.bench.model.Power.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The power table as a terminal shows it, and the one sentence that reports cite. */
public final class PowerText {
    private static final List<String> HEADS = List.of(
            "known", "generations", "ratio", "runs", "faster", "slightly", "same", "slightly", "slower", "no verdict");
    private static final int CURVE_STEP = 5;

    private PowerText() {}

    /** Plain lines. */
    public static List<String> lines(Power power) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADS));
        for (Case c : power.cases()) {
            rows.add(List.of(
                    c.name(),
                    String.valueOf(c.generations()),
                    Figures.ratio(c.ratio()),
                    String.valueOf(c.counts().runs()),
                    String.valueOf(c.counts().faster()),
                    String.valueOf(c.counts().slightlyFaster()),
                    String.valueOf(c.counts().same()),
                    String.valueOf(c.counts().slightlySlower()),
                    String.valueOf(c.counts().slower()),
                    String.valueOf(c.counts().noVerdict())));
        }
        List<String> lines = new ArrayList<>();
        lines.add(power.scenario() + "; runs of " + power.generationsPerRun()
                + " generations of "
                + power.roundsPerGeneration()
                + " rounds, imagined by drawing from those measured: the counts are estimates");
        lines.addAll(Wrapped.columns(rows));
        lines.add("");
        lines.add("a difference of: found in so many runs, called the same in so many");
        List<Chance> curve = power.curve();
        for (int i = 0; i < curve.size(); i += CURVE_STEP) {
            Chance at = curve.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%5.0f %%: %5.1f %%  %5.1f %%",
                    100 * at.difference(),
                    100 * at.found(),
                    100 * at.same()));
        }
        lines.add(seen(power.smallestSeen(), power.generationsPerRun()));
        return lines;
    }

    static String seen(double smallest, int generationsPerRun) {
        return smallest == 0
                ? "Runs of " + generationsPerRun + " generations find no difference up to 40 % nearly always here."
                : "Differences under " + Figures.percent(smallest) + " can't be relied on to be seen here: runs of "
                        + generationsPerRun + " generations find larger ones in 39 of 40.";
    }
}
