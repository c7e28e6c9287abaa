package anywire.bench.samples;

import anywire.bench.model.Trials;
import java.util.List;

/** Of one row, one of each kind. */
final class SampleTrials {
    static final Trials ALL = new Trials(
            List.of(
                    new Trials.Outage("tcp", "await", 6.25, 1_200, 600, 600, 600, 0, 0, 0),
                    new Trials.Outage("tcp", "forget", 6.5, 1_200, 1_200, 0, 590, 0, 610, 0)),
            List.of(
                    new Trials.Waiting("tcp", false, 1_000, 1_000, 1, 1_500_000, 1_000),
                    new Trials.Waiting("tcp", true, 1_000, 1_000, 1_001, 91_250_000, 1_000)),
            List.of(new Trials.Overload(
                    "tcp",
                    480,
                    5_000,
                    10,
                    1.25,
                    50_000,
                    5_400,
                    44_600,
                    List.of("OVERLOADED 44600"),
                    5_400,
                    0,
                    List.of(
                            new Trials.Moment(0.25, 1_250, 120, 0, 118, 1_000_000),
                            new Trials.Moment(5, 25_000, 2_600, 22_000, 2_400, 130_000_000),
                            new Trials.Moment(10, 50_000, 5_000, 44_600, 4_900, 131_000_000),
                            new Trials.Moment(11.25, 50_000, 5_400, 44_600, 5_400, 0)))));

    private SampleTrials() {}
}
