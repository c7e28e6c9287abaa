package anywire.bench.run;

import anywire.bench.run.Flaw.Blame;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Finds fault with some blocks or windows of a {@link SampleRun}. */
public interface Spoiler extends UnaryOperator<Block> {
    static Spoiler blocks(Blame blame, int... numbers) {
        return b -> hits(numbers, b) ? with(b, b.windows(), List.of(flaw(blame))) : b;
    }

    static Spoiler cutShort(int number) {
        return b -> b.number() == number
                ? with(b, b.windows(), List.of(new Flaw(Block.CUT_SHORT, Blame.HARNESS, "the block was cut short")))
                : b;
    }

    /** All of a transport's windows in these blocks; in every block where none is named. */
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

    private static Block with(Block b, UnaryOperator<Window> change) {
        return with(b, b.windows().stream().map(change).toList(), b.flaws());
    }

    private static Block with(Block b, List<Window> windows, List<Flaw> flaws) {
        return new Block(
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

    /** All windows of a transport in all blocks. */
    static Spoiler changing(String transport, UnaryOperator<SampleWindow> change) {
        return changing(transport, w -> change.apply(SampleWindow.from(w)).window(), b -> true);
    }

    private static Spoiler changing(String transport, UnaryOperator<Window> change, Predicate<Block> where) {
        return b -> where.test(b) ? with(b, w -> w.transport().equals(transport) ? change.apply(w) : w) : b;
    }

    private static boolean hits(int[] numbers, Block block) {
        return Arrays.stream(numbers).anyMatch(n -> n == block.number());
    }

    private static Flaw flaw(Blame blame) {
        return new Flaw("spoilt", blame, "something took 12 ms, and 10 ms is the bound");
    }
}
