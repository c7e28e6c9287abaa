package anywire.bench.conduct;

import anywire.bench.run.Suite;
import anywire.bench.run.Warmth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Warms a block's transports by turns, out of one purse of time. Each may take half of the suite's limit; then whoever's
 * compilers were busiest in its last step, for the time that it has had, has the next one. So what is warm after three
 * seconds leaves its time to what takes fifteen, while no glutton starves one that is nearly as cold; and compilers work
 * off what is left to them while another transport calls. Ends when all are warm, or when the purse (the suite's limit for each
 * transport) is empty; what is not warm by then is marked, not waited for.
 */
final class WarmUps {
    private WarmUps() {}

    /** @return how warm each got, in the order given */
    static List<Warmth> warm(Suite suite, List<Pair> pairs) throws InterruptedException {
        List<WarmUp> all = pairs.stream().map(pair -> new WarmUp(suite, pair)).toList();
        double purseSeconds = suite.warmUpLimit().toNanos() / 1e9 * all.size();
        double spentSeconds = 0;
        Optional<WarmUp> next = next(all, purseSeconds / all.size() / 2);
        while (next.isPresent() && spentSeconds < purseSeconds) {
            spentSeconds += next.get().step();
            next = next(all, purseSeconds / all.size() / 2);
        }
        List<Warmth> warmths = new ArrayList<>();
        for (WarmUp one : all) {
            warmths.add(one.warmth());
        }
        return warmths;
    }

    private static Optional<WarmUp> next(List<WarmUp> all, double ownSeconds) {
        List<WarmUp> cold = all.stream().filter(w -> !w.warm()).toList();
        return cold.stream()
                .filter(w -> w.seconds() < ownSeconds)
                .min(Comparator.comparingDouble(WarmUp::seconds))
                .or(() -> cold.stream().max(Comparator.comparingDouble(w -> w.jitShare() / w.seconds())));
    }
}
