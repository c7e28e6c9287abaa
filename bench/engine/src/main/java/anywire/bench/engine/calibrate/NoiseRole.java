package anywire.bench.engine.calibrate;

import anywire.bench.engine.calibrate.Burner.Bursts;
import anywire.host.Questions;
import anywire.host.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The process that disturbs. It does nothing until it is asked to, and ends with its standard input. Threads of two sorts wait
 * on each core: those that go before all else, and those of normal priority.
 */
public final class NoiseRole implements Role {
    private static final long PRACTICE_NANOS = 100_000_000;

    private final Map<Integer, Burner> first = new HashMap<>();
    private final Map<Integer, Burner> normal = new HashMap<>();

    /** Asks for threads on these cores, warm: {@link Able}. */
    public record Prepare(List<Integer> cores) {}

    /** @param realTime whether those that should go before all else do */
    public record Able(boolean realTime) {}

    /**
     * Asks for bursts from now on, on each of the cores: {@link Begun}.
     *
     * @param first before all else on its core, or with normal priority
     * @param burstNanos of CPU
     * @param periodNanos in each of which there is one burst, at a random moment; 0 for a single burst
     * @param afterNanos when that begins
     */
    public record Burn(
            List<Integer> cores, boolean first, long burstNanos, long periodNanos, long afterNanos, long seed) {}

    /** They will come. */
    public record Begun() {}

    /** Asks for an end of it: {@link Burnt}. */
    public record Stop() {}

    /** @param nanos of CPU, on all cores together, since they were last stopped */
    public record Burnt(long nanos) {}

    @Override
    public void answers(Questions on) {
        on.on(Prepare.class, this::prepare);
        on.on(Burn.class, this::burn);
        on.on(Stop.class, stop -> stop());
    }

    Able prepare(Prepare prepare) throws InterruptedException {
        boolean realTime = true;
        for (int core : prepare.cores()) {
            realTime &= first.computeIfAbsent(core, c -> new Burner(c, true)).practise(PRACTICE_NANOS);
            boolean ignored =
                    normal.computeIfAbsent(core, c -> new Burner(c, false)).practise(PRACTICE_NANOS);
        }
        return new Able(realTime);
    }

    Begun burn(Burn burn) {
        for (int core : burn.cores()) {
            Burner burner = (burn.first() ? first : normal).get(core);
            if (burner == null) {
                throw new IllegalArgumentException("no thread was prepared for core " + core);
            }
            burner.begin(new Bursts(burn.burstNanos(), burn.periodNanos(), burn.afterNanos(), burn.seed() + core));
        }
        return new Begun();
    }

    Burnt stop() throws InterruptedException {
        List<Burner> all = new ArrayList<>(first.values());
        all.addAll(normal.values());
        all.forEach(Burner::stop);
        long nanos = 0;
        for (Burner burner : all) {
            nanos += burner.end();
        }
        return new Burnt(nanos);
    }
}
