package anywire.bench.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
        name = "anywire",
        description = "Compares transports under the same work: does this have to be HTTP?",
        mixinStandardHelpOptions = true,
        versionProvider = Anywire.Version.class)
final class Anywire implements Runnable {
    private final CommandLine commandLine = new CommandLine(this);

    private Anywire() {}

    public static void main(String[] arguments) {
        System.exit(new Anywire().commandLine.execute(arguments));
    }

    @Override
    public void run() {
        commandLine.usage(commandLine.getOut());
    }

    /** As the jar's manifest has it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Package home = Anywire.class.getPackage();
            return new String[] {"anywire " + Objects.requireNonNullElse(home.getImplementationVersion(), "unpackaged")
            };
        }
    }
}
