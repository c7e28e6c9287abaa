package anywire.bench.engine.calibrate;

import anywire.bench.engine.driver.Protocol.Mangle;
import anywire.bench.engine.driver.Protocol.Mangled;
import anywire.bench.engine.runner.TransportRig;
import anywire.bench.model.CalibrationRow;
import anywire.bench.model.CalibrationRow.Unit;
import anywire.bench.model.CalibrationRow.Verdict;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.host.CallTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Between the driver and its transport some calls are lost, some doubled, some swapped: the accounting must name these. */
final class KnownLoss implements KnownCase {
    static final String NAME = "known loss";
    private static final double RATE_PER_SECOND = 1_000;
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int OF_EACH = 7;
    private static final long SEED = 141;
    private static final Scenario EVENLY = Asked.constant("accounted", Asked.AUTHENTICATE, RATE_PER_SECOND);

    @Override
    public List<Scenario> scenarios() {
        return List.of(EVENLY);
    }

    @Override
    public List<CalibrationRow> measure(TransportRig rig, Consumer<String> saying) throws InterruptedException {
        saying.accept(NAME);
        Suite suite = Asked.suite(Asked.TCP, WINDOW, scenarios());
        TransportRig.Measured clean = rig.measure(suite, EVENLY.name());
        Mangle mangle = drawn((int) (RATE_PER_SECOND * WINDOW.toMillis() / 1e3), SEED);
        tell(rig, mangle);
        TransportRig.Measured mangled = rig.measure(suite, EVENLY.name());
        tell(rig, new Mangle(List.of(), List.of(), List.of()));
        return rows(
                clean.tally(),
                mangled.tally(),
                mangle,
                mangled.window().accounting().timedOut());
    }

    private static void tell(TransportRig rig, Mangle mangle) throws InterruptedException {
        Mangled ignored = rig.askDriver(mangle, Mangled.class);
    }

    /** Ten apart, and none at the ends, so that what is done to one call touches no other. */
    static Mangle drawn(int calls, long seed) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 10; number < calls - 10; number += 10) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, new Random(seed));
        return new Mangle(
                numbers.subList(0, OF_EACH),
                numbers.subList(OF_EACH, 2 * OF_EACH),
                numbers.subList(2 * OF_EACH, 3 * OF_EACH));
    }

    static List<CalibrationRow> rows(CallTally clean, CallTally tally, Mangle mangle, long timedOut) {
        return List.of(
                CalibrationRow.judged(
                        NAME,
                        "named where nothing was done",
                        Unit.CALLS,
                        0,
                        clean.lost() + clean.doubled() + clean.outOfOrder(),
                        0,
                        ""),
                named("dropped", mangle.dropped(), tally.lost(), tally.named().lost()),
                named(
                        "doubled",
                        mangle.doubled(),
                        tally.doubled(),
                        tally.named().doubled()),
                named(
                        "swapped",
                        mangle.swapped(),
                        tally.outOfOrder(),
                        tally.named().outOfOrder()),
                CalibrationRow.judged(
                        NAME,
                        "timed out at the near end",
                        Unit.CALLS,
                        mangle.dropped().size(),
                        timedOut,
                        0,
                        ""));
    }

    /** Holds if exactly those were named; a count alone could be right by chance. */
    private static CalibrationRow named(String what, List<Long> done, long counted, List<Long> named) {
        Set<Long> truth = new TreeSet<>(done);
        Set<Long> found = new TreeSet<>(named);
        boolean same = truth.equals(found) && counted == truth.size();
        String note = "number " + listed(truth) + (same ? "" : "; named were " + listed(found));
        return new CalibrationRow(
                NAME,
                what + ", by number",
                Unit.CALLS,
                truth.size(),
                counted,
                0,
                same ? Verdict.HOLDS : Verdict.OFF,
                note);
    }

    private static String listed(Set<Long> numbers) {
        return numbers.isEmpty()
                ? "none"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
