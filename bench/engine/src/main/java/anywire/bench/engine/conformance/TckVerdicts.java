package anywire.bench.engine.conformance;

import anywire.bench.model.Tested;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Transport;
import anywire.transport.tck.VerdictTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the TCK found of Anywire's own transports when they were built: {@code tck.txt}, which the build compares with what
 * it finds itself. What was not tried under a run's options is taken from the nearest that were: those of the same
 * transport that promise it too.
 */
public final class TckVerdicts {
    private static final List<Line> LINES = read();

    private TckVerdicts() {}

    /** @param under {@link VerdictTable#name} of what was tried */
    record Line(String under, Guarantee guarantee, boolean passed, String check) {
        String text() {
            return String.join(" | ", under, guarantee.name(), passed ? "PASSED" : "FAILED", check);
        }

        static Line parse(String text) {
            String[] cells = text.split("\\|", -1);
            return new Line(
                    cells[0].strip(),
                    Guarantee.valueOf(cells[1].strip()),
                    cells[2].strip().equals("PASSED"),
                    cells[3].strip());
        }
    }

    /** One of each guarantee; of a transport that is not Anywire's, if it was checked: see {@link KeptVerdicts}. */
    public static List<Tested> of(Transport transport, Endpoint endpoint, Guarantees guarantees) {
        String under = VerdictTable.name(transport, endpoint);
        List<Line> own = LINES.stream()
                .filter(line -> line.under().split(",", -1)[0].equals(transport.scheme()))
                .toList();
        List<Line> its = own.isEmpty() ? KeptVerdicts.of(transport) : own;
        if (its.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(Guarantee.values())
                .map(guarantee -> guarantees.promises(guarantee)
                        ? tested(guarantee, under, its)
                        : new Tested(guarantee.name(), Tested.Outcome.NOT_PROMISED, List.of(), under, true))
                .toList();
    }

    private static Tested tested(Guarantee guarantee, String under, List<Line> its) {
        List<Line> ofIt =
                its.stream().filter(line -> line.guarantee() == guarantee).toList();
        Set<String> tried = new LinkedHashSet<>(ofIt.stream().map(Line::under).toList());
        Optional<String> nearest = nearest(under, tried);
        if (nearest.isEmpty()) {
            return new Tested(guarantee.name(), Tested.Outcome.NOT_TRIED, List.of(), under, false);
        }
        List<Line> lines =
                ofIt.stream().filter(line -> line.under().equals(nearest.get())).toList();
        return new Tested(
                guarantee.name(),
                lines.stream().allMatch(Line::passed) ? Tested.Outcome.KEPT : Tested.Outcome.BROKEN,
                lines.stream().map(Line::check).toList(),
                nearest.get(),
                nearest.get().equals(under));
    }

    /** Whose options have most in common. */
    static Optional<String> nearest(String under, Set<String> tried) {
        List<String> wanted = Arrays.asList(under.split(",", -1));
        String best = null;
        long most = -1;
        for (String one : tried) {
            List<String> options = Arrays.asList(one.split(",", -1));
            long common = 2 * options.stream().filter(wanted::contains).count() - options.size();
            if (best == null || common > most) {
                best = one;
                most = common;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Line> read() {
        try (InputStream in = Objects.requireNonNull(TckVerdicts.class.getResourceAsStream("tck.txt"))) {
            List<Line> lines = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Line::parse)
                    .forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
