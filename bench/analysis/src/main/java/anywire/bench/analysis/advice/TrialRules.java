package anywire.bench.analysis.advice;

import anywire.bench.model.Capacity;
import anywire.bench.model.Degree;
import anywire.bench.model.Dimension;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Trials.Outage;
import anywire.bench.model.Trials.Overload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was tried once. An outage speaks for a row where an author who waits for no answer loses nothing and is told nothing
 * bad, against it where one loses something and never knows. Overload speaks against a row where events are gone that nobody
 * was told of. Capacities are brackets, so only one that lies wholly above or below the reference's speaks for anything.
 */
final class TrialRules {
    private TrialRules() {}

    static List<Entry> entries(Run run) {
        List<Entry> all = new ArrayList<>();
        run.capacities().forEach(c -> all.add(capacity(run, c)));
        run.trials().outages().forEach(o -> all.add(outage(o)));
        run.trials().overloads().forEach(o -> all.add(overload(o)));
        return all;
    }

    private static Entry capacity(Run run, Capacity c) {
        String reference = run.suite().reference();
        Optional<Capacity> other =
                run.capacities().stream().filter(o -> o.row().equals(reference)).findFirst();
        String holds = c.holdsPerSecond() == 0 ? "no rate was confirmed" : Figures.whole(c.holdsPerSecond()) + "/s";
        Scope side = Scope.CANT_TELL;
        String than = "";
        if (c.row().equals(reference)) {
            side = Scope.NEITHER;
        } else if (other.isPresent() && c.holdsPerSecond() > 0 && other.get().holdsPerSecond() > 0) {
            Capacity o = other.get();
            boolean more = o.failsPerSecond() > 0 && c.holdsPerSecond() >= o.failsPerSecond();
            boolean less = c.failsPerSecond() > 0 && c.failsPerSecond() <= o.holdsPerSecond();
            side = more ? Scope.PRO : less ? Scope.CON : Scope.CANT_TELL;
            than = (more ? ", more than " : less ? ", less than " : ", not told from ") + reference + "'s "
                    + Figures.whole(o.holdsPerSecond()) + "/s";
        }
        return new Entry(
                c.row(),
                Dimension.CAPACITY,
                side,
                c.action() + ": holds " + holds + than,
                holds,
                Evidence.measured("capacity", Anchors.CAPACITY));
    }

    private static Entry outage(Outage o) {
        boolean waits = o.degree().equals(Degree.AWAIT.word());
        Scope side = o.lost() > 0 ? Scope.CON : o.failed() == 0 && !waits ? Scope.PRO : Scope.NEITHER;
        String became = o.lost() == 0 && o.failed() == 0
                ? "none was refused, none lost"
                : Figures.whole(o.failed()) + " were refused, " + Figures.whole(o.lost()) + " lost";
        return new Entry(
                o.row(),
                Dimension.WITHOUT_PEER,
                side,
                "storage away for " + Figures.threeDigits(o.downSeconds()) + " s: of " + Figures.whole(o.sent())
                        + " posts (" + o.degree() + ") " + became,
                o.degree() + ": " + became,
                Evidence.measured("degrees of synchronicity", Anchors.SYNCHRONICITY));
    }

    private static Entry overload(Overload o) {
        long gone = Math.max(0, o.sent() - o.failed() - o.handled() - o.left());
        Scope side = gone > 0 ? Scope.CON : o.failed() == 0 && o.left() == 0 ? Scope.PRO : Scope.NEITHER;
        return new Entry(
                o.row(),
                Dimension.BACK_PRESSURE,
                side,
                "ten times too much for " + Figures.threeDigits(o.offeredSeconds()) + " s: of "
                        + Figures.whole(o.sent()) + " events " + Figures.whole(o.failed())
                        + " were refused and their producers told, " + Figures.whole(gone)
                        + " are gone without a word, the rest was handled within "
                        + Figures.threeDigits(o.drainSeconds()) + " s",
                Figures.whole(o.failed()) + " refused, " + Figures.whole(gone) + " gone",
                Evidence.measured("overload", Anchors.OVERLOAD));
    }
}
