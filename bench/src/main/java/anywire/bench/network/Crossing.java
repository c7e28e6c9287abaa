package anywire.bench.network;

import anywire.bench.run.Crossed.OverOne;
import anywire.relay.Tally;

/** Asks any process that lies between others what crossed it so far: {@link anywire.bench.run.Crossed}. */
public record Crossing() {
    static OverOne of(String network, Tally tally) {
        return new OverOne(
                network, tally.arrived(), tally.passed(), tally.lost(), tally.overflowed(), tally.lateNanosSum());
    }
}
