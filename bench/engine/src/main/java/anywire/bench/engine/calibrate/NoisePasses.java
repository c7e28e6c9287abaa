package anywire.bench.engine.calibrate;

import anywire.bench.model.NoiseRound.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of one kind's rounds. In a pass each dose has its turn in one row, in all rows, and, undisturbed, beside them; every
 * second pass is the mirror of the one before, so that what drifts evenly falls on all alike.
 */
final class NoisePasses {
    private NoisePasses() {}

    record Turn(double dose, Place place) {}

    static List<List<Turn>> of(List<Double> doses, int passes, long seed) {
        Random random = new Random(seed);
        List<List<Turn>> all = new ArrayList<>();
        List<Turn> order = List.of();
        for (int pass = 0; pass < passes; pass++) {
            List<Turn> next = new ArrayList<>(order);
            if (pass % 2 == 0) {
                next.clear();
                doses.forEach(dose -> {
                    for (Place place : Place.values()) {
                        next.add(new Turn(dose, place));
                    }
                });
                Collections.shuffle(next, random);
            } else {
                Collections.reverse(next);
            }
            order = List.copyOf(next);
            all.add(order);
        }
        return List.copyOf(all);
    }
}
