package anywire.bench.cli;

import anywire.host.TransportPath;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "anywire",
        description = "Compares transports under the same work: does this have to be HTTP?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed while running",
            "2:wrong usage",
            "3:a regression, or an invalid result",
            "130:interrupted; what was measured is kept"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire run quick             the first answer, in six minutes",
            "  anywire report                draw the newest run's report again",
            "  anywire serve all --transport http",
            "  anywire doctor                what can be measured on this machine",
            "  anywire calibrate             how far off the harness is, by what is known",
            "  source <(anywire generate-completion)"
        },
        subcommands = {
            RunCommand.class,
            ReportCommand.class,
            AdviseCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            TransportsCommand.class,
            SuitesCommand.class,
            DoctorCommand.class,
            CalibrateCommand.class,
            ServeCommand.class,
            CallCommand.class,
            PingCommand.class,
            CheckCommand.class,
            NewTransportCommand.class,
            JmhCommand.class,
            GenerateCompletion.class
        })
final class Anywire implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from (or set ANYWIRE_TRACE).")
    private boolean verbose;

    @Option(
            names = "--transport-path",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description =
                    "Where a transport of your own is: a jar, a built module's folder, a folder of jars. Repeatable.")
    void transportPath(List<Path> places) {
        try {
            places.forEach(TransportPath::add);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--transport-path: " + e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Anywire top = new Anywire();
        CommandErrors complaints = new CommandErrors(() -> top.verbose || System.getenv("ANYWIRE_TRACE") != null);
        CommandLine commandLine = new CommandLine(top);
        commandLine
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }
}
