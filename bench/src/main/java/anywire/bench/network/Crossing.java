package anywire.bench.network;

import anywire.relay.Tally;
import java.util.Collection;
import java.util.List;

/** What any process that lies between others is asked: what crossed it so far, and what that took. */
public final class Crossing {
    private Crossing() {}

    public record Ask() {}

    /** @param cpuNanos of the process, for all networks together */
    public record Answer(List<Seen> networks, long cpuNanos) {}

    /**
     * Both ways together.
     *
     * @param arrived packets or datagrams or, of streams behind a relay, pieces
     * @param overflowed that too many waited before already
     * @param lateNanosSum how much later than it was due each was sent on, all together
     */
    public record Seen(String network, long arrived, long passed, long lost, long overflowed, long lateNanosSum) {
        static Seen of(String network, Collection<Tally> tallies) {
            long arrived = 0;
            long passed = 0;
            long lost = 0;
            long overflowed = 0;
            long late = 0;
            for (Tally tally : tallies) {
                arrived += tally.arrived();
                passed += tally.passed();
                lost += tally.lost();
                overflowed += tally.overflowed();
                late += tally.lateNanosSum();
            }
            return new Seen(network, arrived, passed, lost, overflowed, late);
        }
    }
}
