package anywire.network;

import java.util.concurrent.atomic.LongAdder;

/** Of one relay, both directions together. Safe for use by many threads. */
final class RelayCounters {
    private final LongAdder arrived = new LongAdder();
    private final LongAdder passed = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder doubled = new LongAdder();
    private final LongAdder heldBack = new LongAdder();
    private final LongAdder overflowed = new LongAdder();
    private final LongAdder lateNanos = new LongAdder();

    void arrived() {
        arrived.increment();
    }

    void passed(long nanosLate) {
        passed.increment();
        lateNanos.add(nanosLate);
    }

    void lost() {
        lost.increment();
    }

    void overflowed() {
        overflowed.increment();
    }

    void fated(Fate.Verdict verdict) {
        if (verdict.doubled()) {
            doubled.increment();
        }
        if (verdict.heldBack()) {
            heldBack.increment();
        }
    }

    RelayTally tally() {
        return new RelayTally(
                arrived.sum(),
                passed.sum(),
                lost.sum(),
                doubled.sum(),
                heldBack.sum(),
                overflowed.sum(),
                lateNanos.sum());
    }
}
