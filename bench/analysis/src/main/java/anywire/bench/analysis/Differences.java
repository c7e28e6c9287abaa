package anywire.bench.analysis;

import anywire.bench.model.Environment;
import anywire.bench.model.Figures;
import anywire.bench.model.GraphFacts;
import anywire.bench.model.Run;
import anywire.bench.model.TransportFacts;
import anywire.transport.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where two runs were not made alike, one line each: any of it may be what a difference comes from. */
final class Differences {
    /** @param words what two runs must share, in parts, so that only the parts that differ are named */
    private record Aspect(String what, Function<Run, List<String>> words) {}

    private static final List<Aspect> ASPECTS = List.of(
            new Aspect("machine", r -> machine(r.environment())),
            new Aspect("idle mode", r -> List.of(r.environment().idle())),
            new Aspect("governor", r -> List.of(r.environment().governor())),
            new Aspect("JDK", r -> List.of(r.environment().jdk())),
            new Aspect("JVM flags", r -> r.environment().jvmFlags()),
            new Aspect("layout", r -> List.of(r.suite().layout().name().toLowerCase(Locale.ROOT))),
            new Aspect("seed", r -> List.of(String.valueOf(r.suite().seed()))),
            new Aspect("graph", r -> graph(r.graph())),
            new Aspect("margin", r -> List.of(Figures.percent(r.suite().margin()))),
            new Aspect(
                    "windows",
                    r -> List.of(
                            Durations.print(r.suite().window()), r.schedule().rounds() + " rounds a generation")),
            new Aspect(
                    "warm-up",
                    r -> List.of("at most " + Durations.print(r.suite().warmUp()))),
            new Aspect("deadline", r -> List.of(Durations.print(r.suite().deadline()))),
            new Aspect("transports beside each other", r -> r.suite().transports()),
            new Aspect("floors beside them", r -> r.suite().floors()));

    private Differences() {}

    static List<String> between(ComparedRun a, ComparedRun b) {
        List<String> lines = new ArrayList<>();
        if (a.run().equals(b.run())) {
            lines.add("A and B are the same run: " + a.run().id());
        }
        Stream.concat(ASPECTS.stream(), a.run().transports().stream().map(Differences::transport))
                .flatMap(aspect -> line(aspect, a, b).stream())
                .forEach(lines::add);
        return lines;
    }

    private static Optional<String> line(Aspect aspect, ComparedRun a, ComparedRun b) {
        List<String> onlyA = new ArrayList<>(aspect.words().apply(a.run()));
        List<String> onlyB = new ArrayList<>(aspect.words().apply(b.run()));
        List<String> ofA = List.copyOf(onlyA);
        onlyA.removeAll(onlyB);
        onlyB.removeAll(ofA);
        return onlyA.isEmpty() && onlyB.isEmpty()
                ? Optional.empty()
                : Optional.of("other " + aspect.what() + ": A " + words(onlyA) + "; B " + words(onlyB));
    }

    private static String words(List<String> only) {
        return only.isEmpty() ? "without" : String.join(", ", only);
    }

    private static List<String> machine(Environment e) {
        return List.of(e.cpu(), Figures.count(e.cores(), "core"), e.kernel());
    }

    private static List<String> graph(GraphFacts g) {
        return List.of(
                g.source(),
                Figures.count(g.users(), "user"),
                Figures.count(g.follows(), "follow"),
                "authors with " + g.fanOuts() + " followers");
    }

    /** Nothing where the other run has no such transport. */
    private static Aspect transport(TransportFacts of) {
        return new Aspect(
                "options or library of " + of.name(),
                run -> run.transports().stream()
                        .filter(t -> t.name().equals(of.name()))
                        .findFirst()
                        .map(Differences::facts)
                        .orElseGet(() -> facts(of)));
    }

    private static List<String> facts(TransportFacts t) {
        return Stream.concat(t.options().entrySet().stream(), t.facts().entrySet().stream())
                .map((Map.Entry<String, String> e) -> e.getKey() + " " + e.getValue())
                .sorted()
                .toList();
    }
}
