package anywire.bench.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What crossed a generation's networks in its measured part, and what that took.
 *
 * @param cpuNanos of the process that lies between all others
 */
public record Crossed(List<OverOne> networks, long cpuNanos) {
    public static final Crossed NOTHING = new Crossed(List.of(), 0);

    /**
     * One network, all rows and both ways together.
     *
     * @param network as a suite says it
     * @param arrived packets or datagrams or, of streams behind a relay, pieces
     * @param passed that went on
     * @param lost as that network loses
     * @param overflowed that too many waited before already: nobody wanted that
     * @param lateNanosSum how much later than it was due each was sent on, all together
     */
    public record OverOne(String network, long arrived, long passed, long lost, long overflowed, long lateNanosSum) {
        public OverOne minus(OverOne before) {
            return new OverOne(
                    network,
                    arrived - before.arrived,
                    passed - before.passed,
                    lost - before.lost,
                    overflowed - before.overflowed,
                    lateNanosSum - before.lateNanosSum);
        }

        public OverOne plus(OverOne other) {
            return new OverOne(
                    network,
                    arrived + other.arrived,
                    passed + other.passed,
                    lost + other.lost,
                    overflowed + other.overflowed,
                    lateNanosSum + other.lateNanosSum);
        }

        /** 0 where none went on. */
        public double meanLateMicros() {
            return passed == 0 ? 0 : lateNanosSum / 1e3 / passed;
        }
    }

    /** @param before of the same networks in the same order */
    public Crossed minus(Crossed before) {
        List<OverOne> since = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            since.add(networks.get(i).minus(before.networks.get(i)));
        }
        return new Crossed(since, cpuNanos - before.cpuNanos);
    }

    /** Of networks of the same names those together. */
    public Crossed plus(Crossed other) {
        List<OverOne> all = new ArrayList<>(networks);
        for (OverOne one : other.networks) {
            int at = all.stream().map(OverOne::network).toList().indexOf(one.network());
            if (at < 0) {
                all.add(one);
            } else {
                all.set(at, all.get(at).plus(one));
            }
        }
        return new Crossed(all, cpuNanos + other.cpuNanos);
    }

    /** What the process between spent on one packet that went on; 0 where none did. */
    public double cpuMicrosPerPacket() {
        long passed = networks.stream().mapToLong(OverOne::passed).sum();
        return passed == 0 ? 0 : cpuNanos / 1e3 / passed;
    }
}
