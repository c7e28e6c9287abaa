package anywire.bench.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.model.Action;
import anywire.bench.model.Histograms.Clock;
import anywire.bench.model.Network;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Scenario.Load;
import anywire.bench.model.Scenario.Loop;
import anywire.bench.model.Suite;
import anywire.host.NetNamespace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over a network takes a round trip longer on every hop, and nothing else is different. */
class NetworksIT {
    private static final Load LOAD = new Load(Loop.CONSTANT, 50, 0);
    private static final Scenario NEAR = new Scenario("near", Action.AUTHENTICATE, "binary", LOAD, false);
    private static final Scenario FAR =
            new Scenario("far", Action.AUTHENTICATE, "binary", LOAD, 0, Network.ZONE, false);
    private static final Scenario HEARD =
            new Scenario("heard", Action.POST_UNTIL_HEARD, "binary", LOAD, 0, Network.ZONE, false);

    private static final Scenario LOSSY =
            new Scenario("lossy", Action.AUTHENTICATE, "binary", LOAD, 0, Network.LOSSY, false);

    @TempDir
    Path logs;

    @Test
    void a_round_trip_is_longer_by_what_was_added_on_each_of_two_hops() throws Exception {
        a_round_trip_is_longer_by_what_was_added_on_each_hop("mq=amq?broker=embedded", 2);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"tcp, 1", "udp, 1", "inproc, 0"})
    void a_round_trip_is_longer_by_what_was_added_on_each_hop(String text, int hops) throws Exception {
        Row row = Row.parse(text);
        Suite suite = OneRowSuite.of(row, Duration.ofSeconds(30), NEAR, FAR, HEARD);
        try (TransportRig rig = new TransportRig(suite, logs)) {
            var unused = rig.ready();
            long added = hops * Network.ZONE.roundTrip().toNanos();
            TransportRig.Measured near = rig.measure(suite, "near");
            TransportRig.Measured far = rig.measure(suite, "far");
            TransportRig.Measured heard = rig.measure(suite, "heard");

            assertThat(near.window().accounting().balanced()).isTrue();
            assertThat(far.window().accounting().balanced()).isTrue();
            assertThat(heard.window().accounting().balanced()).isTrue();
            assertThat(far.window().accounting().answered())
                    .isEqualTo(far.window().accounting().intended());
            // None can be faster than that; how much slower they are is the machine's.
            assertThat(far.histogram(Clock.ACTUAL).getMinValue()).isGreaterThanOrEqualTo(added);
            assertThat(heard.histogram(Clock.ACTUAL).getMinValue()).isGreaterThanOrEqualTo(added);
            print(text, near, far);
        }
    }

    /** What TCP does about a lost packet is the kernel's own: nothing fails, and what was held up comes late. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"tcp, 1", "udp, 1", "mq=amq?broker=embedded, 2"})
    void over_a_network_that_loses_packets_every_call_is_answered_all_the_same(String text, int hops) throws Exception {
        assumeThat(NetNamespace.obstacle())
                .as("why there is no network namespace here")
                .isEmpty();
        Suite suite = OneRowSuite.of(Row.parse(text), Duration.ofSeconds(30), NEAR, LOSSY);
        try (RunEnvironment environment = RunEnvironment.of(suite, logs);
                TransportRig rig = new TransportRig(suite, environment.site())) {
            var unused = rig.ready();
            TransportRig.Measured near = rig.measure(suite, "near");
            TransportRig.Measured lossy = rig.measure(suite, "lossy");

            assertThat(near.window().accounting().balanced()).isTrue();
            assertThat(lossy.window().accounting().balanced()).isTrue();
            assertThat(lossy.window().accounting().answered())
                    .isEqualTo(lossy.window().accounting().intended());
            assertThat(lossy.histogram(Clock.ACTUAL).getMinValue())
                    .isGreaterThanOrEqualTo(hops * Network.LOSSY.roundTrip().toNanos());
            print(text, near, lossy);
        }
    }

    private static void print(String row, TransportRig.Measured near, TransportRig.Measured far) {
        System.out.printf(
                Locale.ROOT, "%s: p50 %.0f us near, %.0f us far%n", row, median(near) / 1e3, median(far) / 1e3);
    }

    private static long median(TransportRig.Measured measured) {
        Histogram histogram = measured.histogram(Clock.ACTUAL);
        return histogram.getValueAtPercentile(50);
    }
}
