package anywire.bench.samples;

import anywire.bench.model.Stated;
import anywire.bench.model.Tested;
import anywire.bench.model.TransportFacts;
import java.util.List;
import java.util.Map;

/** What is known of a sample run's transports beside what it measured. */
final class SampleFacts {
    private SampleFacts() {}

    static TransportFacts of(String transport) {
        return new TransportFacts(
                transport,
                transport.equals("http") ? "http (okhttp)" : transport,
                Map.of("maxInFlight", "256"),
                Map.of("flush", "each"),
                List.of("call", "event", "push"),
                List.of("in order on a connection"),
                1 << 20,
                List.of(
                        tested("EVENTS_ARRIVE", transport, true),
                        tested("EVENTS_WAIT_FOR_SERVICE", transport, transport.equals("amq")),
                        tested("REACHES_OTHER_MACHINES", transport, !transport.equals("inproc"))),
                List.of(new Stated(
                        "browsers",
                        transport.equals("http") ? "pro" : "con",
                        transport.equals("http") ? "Every browser speaks it." : "No browser speaks it.",
                        "https://example.org/" + transport)));
    }

    private static Tested tested(String guarantee, String transport, boolean promised) {
        return new Tested(
                guarantee,
                promised ? Tested.Outcome.KEPT : Tested.Outcome.NOT_PROMISED,
                promised ? List.of("it is kept") : List.of(),
                transport,
                true);
    }
}
