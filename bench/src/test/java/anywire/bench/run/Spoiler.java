package anywire.bench.run;

import anywire.bench.run.Flaw.Blame;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Finds fault with some generations or windows of a {@link SampleRun}. */
public interface Spoiler extends UnaryOperator<Generation> {
    static Spoiler generations(Blame blame, int... numbers) {
        return b -> hits(numbers, b) ? with(b, b.windows(), List.of(flaw(blame))) : b;
    }

    static Spoiler cutShort(int number) {
        return b -> b.number() == number
                ? with(b, b.windows(), List.of(new Flaw(Generation.CUT_SHORT, Blame.HARNESS, "the generation was cut short")))
                : b;
    }

    /** All of a transport's windows in these generations; in every generation where none is named. */
    static Spoiler windows(Blame blame, String transport, int... numbers) {
        return changing(
                transport,
                w -> SampleWindow.from(w).flaws(List.of(flaw(blame))).window(),
                b -> numbers.length == 0 || hits(numbers, b));
    }

    /** All windows of a scenario, whatever the transport: so it is invalid. */
    static Spoiler scenario(String scenario) {
        return b -> with(
                b,
                w -> w.scenario().equals(scenario)
                        ? SampleWindow.from(w)
                                .flaws(List.of(flaw(Blame.HARNESS)))
                                .window()
                        : w);
    }

    private static Generation with(Generation b, UnaryOperator<Window> change) {
        return with(b, b.windows().stream().map(change).toList(), b.flaws());
    }

    private static Generation with(Generation b, List<Window> windows, List<Flaw> flaws) {
        return new Generation(
                b.number(),
                b.startMillis(),
                b.seconds(),
                b.order(),
                b.warmths(),
                windows,
                b.floors(),
                b.cells(),
                flaws,
                b.wakeUps(),
                b.planted(),
                b.crossed(),
                b.footprints());
    }

    static Spoiler accounting(String transport, Accounting instead) {
        return changing(transport, w -> SampleWindow.from(w).accounting(instead).window(), b -> true);
    }

    /** All windows of a transport in all generations. */
    static Spoiler changing(String transport, UnaryOperator<SampleWindow> change) {
        return changing(transport, w -> change.apply(SampleWindow.from(w)).window(), b -> true);
    }

    private static Spoiler changing(String transport, UnaryOperator<Window> change, Predicate<Generation> where) {
        return b -> where.test(b) ? with(b, w -> w.transport().equals(transport) ? change.apply(w) : w) : b;
    }

    private static boolean hits(int[] numbers, Generation generation) {
        return Arrays.stream(numbers).anyMatch(n -> n == generation.number());
    }

    private static Flaw flaw(Blame blame) {
        return new Flaw("spoilt", blame, "something took 12 ms, and 10 ms is the bound");
    }
}
