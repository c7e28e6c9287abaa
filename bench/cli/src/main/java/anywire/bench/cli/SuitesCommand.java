package anywire.bench.cli;

import anywire.bench.engine.plan.Planner;
import anywire.bench.engine.suite.SuiteFiles;
import anywire.bench.model.Figures;
import anywire.bench.model.Plan;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "suites",
        description = "Lists the suites that come with Anywire.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  anywire suites --show quick > mine.yaml", "  anywire run mine.yaml"})
final class SuitesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--show",
            paramLabel = "SUITE",
            description = "Print this one's file, every key explained: where a suite of your own begins.")
    private @Nullable String shown;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Anywire.out(spec);
        if (shown != null) {
            out.print(SuiteFiles.source(SuiteFiles.load(shown).name()));
        } else {
            for (String name : SuiteFiles.builtIn()) {
                print(out, SuiteFiles.load(name));
            }
        }
        out.flush();
        return ExitCodes.DONE;
    }

    private static void print(PrintWriter out, Suite suite) {
        TransportCatalog found = new TransportCatalog();
        Plan plan = Planner.plan(suite, found.abilities(suite.rows()));
        out.printf("%-10s %s%n", suite.name(), suite.question());
        out.printf(
                "%-10s %s; about %s: %s of %s%n",
                "",
                String.join(", ", suite.transports()),
                Times.about(plan.estimate()),
                Figures.count(plan.generations().size(), "generation"),
                Figures.count(plan.schedule().rounds(), "round"));
        for (Scenario scenario : suite.scenarios()) {
            out.printf("%-10s - %s: %s, %s%n", "", scenario.name(), scenario.codec(), scenario.conditions());
        }
    }
}
