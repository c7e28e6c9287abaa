package anywire.bench.report;

import anywire.bench.model.Row;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.model.Trials;
import anywire.transport.Durations;
import java.util.Locale;
import java.util.stream.Collectors;

/** The whole resolved suite and the command line: what it takes to run this again. */
final class SuiteSection {
    private SuiteSection() {}

    static Section of(Run run) {
        return Section.titled("The suite, every default filled in")
                .code(text(run.suite()))
                .text("Command line:")
                .code(String.join(" ", run.commandLine()))
                .build();
    }

    static String text(Suite s) {
        return """
                name: %s
                question: %s
                transports: %s
                reference: %s
                baseline: %s
                layout: %s
                budget: %s
                generations: %s
                rounds: %s
                window: %s
                margin: %s
                warmUp: %s
                deadline: %s
                seed: %d
                graph: file: %s, users: %d, followers: %s, authors: %d
                floors: %s
                scenarios:
                %s
                trials: %s
                capacity: %s""".formatted(
                        s.name(),
                        s.question(),
                        s.rows().stream().map(Row::toString).collect(Collectors.joining(", ")),
                        s.reference(),
                        s.baseline(),
                        s.layout().name().toLowerCase(Locale.ROOT),
                        Durations.print(s.budget()),
                        s.generations() == 0 ? "as the budget has room" : s.generations(),
                        s.rounds() == 0 ? "as the budget has room" : s.rounds(),
                        Durations.print(s.window()),
                        s.margin(),
                        Durations.print(s.warmUp()),
                        Durations.print(s.deadline()),
                        s.seed(),
                        s.graph().file().isEmpty() ? "none" : s.graph().file(),
                        s.graph().users(),
                        s.graph().followers(),
                        s.graph().authors(),
                        String.join(", ", s.floors()),
                        s.scenarios().stream().map(SuiteSection::text).collect(Collectors.joining("\n")),
                        s.trials().isEmpty()
                                ? "none"
                                : s.trials().stream().map(Trials.Kind::word).collect(Collectors.joining(", ")),
                        s.capacity().isEmpty() ? "not searched for" : "of " + s.capacity());
    }

    private static String text(Scenario s) {
        return "  - name: %s, action: %s, codec: %s, load: %s, network: %s, primary: %s"
                .formatted(s.name(), s.asked(), s.codec(), s.load(), s.network().word(), s.primary());
    }
}
