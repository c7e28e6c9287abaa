package anywire.bench.measure;

import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Machine;
import anywire.bench.run.Machine.Others;
import anywire.bench.run.Window;
import java.util.Optional;

/** Whether processes that are not of this run worked meanwhile, seen ones and unseen ones (of another container, say). */
final class StrayCheck implements WindowCheck {
    /** Of one core; a quiet machine's own daemons take up to 1.5 %. */
    private static final double MAX_SEEN = 0.05;
    /** Of all cores; the account that this is from says -4 to 7 % of a quiet window. */
    private static final double MAX_UNSEEN = 0.2;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Machine machine = window.machine();
        Others strays = machine.strays();
        double seen = machine.seconds() == 0 ? 0 : strays.cpuNanos() / (machine.seconds() * 1e9);
        if (seen > MAX_SEEN) {
            return flaw(
                    window,
                    "other processes used " + Figures.percent(seen) + " of a core (bound " + Figures.percent(MAX_SEEN)
                            + "), most of all " + strays.busiest());
        }
        return machine.foreignShare() > MAX_UNSEEN
                ? flaw(
                        window,
                        "something that is no process here used " + Figures.percent(machine.foreignShare())
                                + " of all cores (bound " + Figures.percent(MAX_UNSEEN) + ")")
                : Optional.empty();
    }

    private static Optional<Flaw> flaw(Window window, String what) {
        return Optional.of(
                new Flaw("stray-load", Blame.MACHINE, what + " while " + window.transport() + " was measured"));
    }
}
