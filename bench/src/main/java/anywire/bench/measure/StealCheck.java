package anywire.bench.measure;

import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Window;
import java.util.Optional;

/** Whether the hypervisor gave this machine's cores to others. Not every hypervisor tells. */
final class StealCheck implements WindowCheck {
    /** A window of 0.6 s on two cores is 120 ticks: two of them may have begun before it. */
    private static final double MAX_SHARE = 0.02;

    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        double share = window.machine().stealShare();
        return share <= MAX_SHARE
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "steal",
                        Blame.MACHINE,
                        "the hypervisor took " + Figures.percent(share) + " of the cores while " + window.transport()
                                + " was measured (bound " + Figures.percent(MAX_SHARE) + ")"));
    }
}
