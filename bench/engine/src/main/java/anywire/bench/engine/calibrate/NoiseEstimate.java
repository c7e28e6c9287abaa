package anywire.bench.engine.calibrate;

import anywire.bench.model.NoiseKind;

/** How long the noise experiment takes, in seconds. */
final class NoiseEstimate {
    /** Half a second that is measured, a row's awakening before it, and what is read and waited for around it. */
    private static final double WINDOW = 0.85;
    /** A row's processes from start to ready, and their end. */
    private static final double START = 4.5;
    /** For compilers to rest, after rows were warmed. */
    private static final double SETTLING = 2;

    private static final int ROWS = 3;
    private static final int PILOT_WINDOWS = 6 * 2 + 6 * 3;

    private NoiseEstimate() {}

    static double seconds(NoiseExperiment.Choice asked) {
        double warm = NoiseRows.WARM_UP.toSeconds();
        double seconds = ROWS * (START + warm) + PILOT_WINDOWS * WINDOW;
        for (NoiseKind kind : asked.kinds()) {
            int turns = asked.passes() * asked.doses(kind).size();
            seconds += kind == NoiseKind.COLD ? turns * 2 * ROWS * WINDOW : turns * 3 * ROWS * WINDOW;
            if (kind == NoiseKind.COLD) {
                for (double dose : asked.doses(kind)) {
                    seconds += ROWS * (START + dose) + SETTLING;
                }
            }
        }
        return asked.adversaries() ? seconds + MisleadingRuns.ROUNDS * 4 * WINDOW + START + warm + SETTLING : seconds;
    }
}
