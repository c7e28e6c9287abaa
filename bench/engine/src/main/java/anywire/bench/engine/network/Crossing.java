package anywire.bench.engine.network;

import anywire.bench.model.Crossed.OverOne;
import anywire.network.RelayTally;

/** Asks any process that lies between others what crossed it so far: {@link anywire.bench.model.Crossed}. */
public record Crossing() {
    static OverOne of(String network, RelayTally tally) {
        return new OverOne(
                network, tally.arrived(), tally.passed(), tally.lost(), tally.overflowed(), tally.lateNanosSum());
    }
}
