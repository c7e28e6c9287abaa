package anywire.bench.analysis.advice;

import anywire.bench.model.Dimension;
import anywire.bench.model.Run;
import anywire.bench.model.Stated;
import anywire.bench.model.TransportFacts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What documentation says is passed on as it stands, with its source. */
final class StatedRules {
    private StatedRules() {}

    static List<Entry> entries(Run run) {
        return run.transports().stream()
                .flatMap(facts -> facts.stated().stream().flatMap(stated -> entry(facts, stated)))
                .toList();
    }

    /** None of a respect that this version doesn't know. */
    private static Stream<Entry> entry(TransportFacts facts, Stated stated) {
        return Dimension.named(stated.respect()).stream()
                .map(respect -> new Entry(
                        facts.name(),
                        respect,
                        side(stated.side()),
                        stated.text(),
                        stated.text(),
                        Evidence.stated(stated.source())));
    }

    private static Scope side(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pro" -> Scope.PRO;
            case "con" -> Scope.CON;
            default -> Scope.NEITHER;
        };
    }
}
