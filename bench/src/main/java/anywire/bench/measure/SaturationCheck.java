package anywire.bench.measure;

import anywire.bench.run.Figures;
import anywire.bench.run.Flaw;
import anywire.bench.run.Flaw.Blame;
import anywire.bench.run.Window;
import java.util.Optional;

/**
 * Whether either end had cores to spare in an open loop. Where one has none, the transport does not hold at this rate:
 * what its latencies then say is how long the queue for the processor has grown. A closed loop saturates by design.
 *
 * <p>In process, the one process is caller, transport and services, and is only noted. The figure is a little high: what
 * was spent is counted from before the first send until the last answer is in, and the time is that of the sending.
 */
final class SaturationCheck implements WindowCheck {
    @Override
    public Optional<Flaw> flaw(Window window, Asked asked) {
        Room room = asked.room();
        if (!asked.open()) {
            return Optional.empty();
        }
        if (room.callsFillDriver(window)) {
            return Optional.of(
                    window.inOneProcess()
                            ? flaw(window, Blame.NOTED, "its one process", room.driverShare(window))
                            : flaw(window, Blame.TRANSPORT, "the driver", room.driverShare(window)));
        }
        return room.callsFillServices(window)
                ? Optional.of(flaw(window, Blame.TRANSPORT, "the services", room.serviceShare(window)))
                : Optional.empty();
    }

    private static Flaw flaw(Window window, Blame blame, String who, double share) {
        return new Flaw(
                "saturation",
                blame,
                "over " + window.transport() + " " + who + " used " + Figures.percent(share) + " of the cores (bound "
                        + Figures.percent(Room.SATURATED) + "): latency was then a queue for the processor");
    }
}
