package anywire.bench.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.bench.run.Histograms.Clock;
import anywire.bench.run.Network;
import anywire.bench.run.Row;
import anywire.bench.run.Scenario;
import anywire.bench.run.Scenario.Load;
import anywire.bench.run.Scenario.Loop;
import anywire.bench.run.Suite;
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
    private static final Scenario NEAR = new Scenario("near", "authenticate", "binary", LOAD, false);
    private static final Scenario FAR = new Scenario("far", "authenticate", "binary", LOAD, 0, Network.ZONE, false);
    private static final Scenario HEARD =
            new Scenario("heard", "post-until-heard", "binary", LOAD, 0, Network.ZONE, false);

    private static final Scenario LOSSY =
            new Scenario("lossy", "authenticate", "binary", LOAD, 0, Network.LOSSY, false);

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
        try (Rig rig = new Rig(suite, logs)) {
            var unused = rig.ready();
            long added = hops * Network.ZONE.roundTrip().toNanos();
            Rig.Measured near = rig.measure(suite, "near");
            Rig.Measured far = rig.measure(suite, "far");
            Rig.Measured heard = rig.measure(suite, "heard");

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
        try (Grounds grounds = Grounds.of(suite, logs);
                Rig rig = new Rig(suite, grounds.site())) {
            var unused = rig.ready();
            Rig.Measured near = rig.measure(suite, "near");
            Rig.Measured lossy = rig.measure(suite, "lossy");

            assertThat(near.window().accounting().balanced()).isTrue();
            assertThat(lossy.window().accounting().balanced()).isTrue();
            assertThat(lossy.window().accounting().answered())
                    .isEqualTo(lossy.window().accounting().intended());
            assertThat(lossy.histogram(Clock.ACTUAL).getMinValue())
                    .isGreaterThanOrEqualTo(hops * Network.LOSSY.roundTrip().toNanos());
            print(text, near, lossy);
        }
    }

    private static void print(String row, Rig.Measured near, Rig.Measured far) {
        System.out.printf(
                Locale.ROOT, "%s: p50 %.0f us near, %.0f us far%n", row, median(near) / 1e3, median(far) / 1e3);
    }

    private static long median(Rig.Measured measured) {
        Histogram histogram = measured.histogram(Clock.ACTUAL);
        return histogram.getValueAtPercentile(50);
    }
}
