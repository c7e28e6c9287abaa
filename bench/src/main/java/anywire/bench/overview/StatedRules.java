package anywire.bench.overview;

import anywire.bench.run.Respect;
import anywire.bench.run.Run;
import anywire.bench.run.Stated;
import anywire.bench.run.TransportFacts;
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
        return Respect.named(stated.respect()).stream()
                .map(respect -> new Entry(
                        facts.name(),
                        respect,
                        side(stated.side()),
                        stated.text(),
                        stated.text(),
                        Evidence.stated(stated.source())));
    }

    private static Side side(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pro" -> Side.PRO;
            case "con" -> Side.CON;
            default -> Side.NEITHER;
        };
    }
}
