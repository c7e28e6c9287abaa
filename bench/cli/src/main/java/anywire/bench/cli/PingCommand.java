package anywire.bench.cli;

import anywire.operation.Operations;
import anywire.transport.Endpoint;
import anywire.transport.Operation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ping",
        description = "Sends one small call after the other, over any transport, and says how long each took.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        parameterListHeading = "%nWhom:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:answered", "1:never answered", "2:wrong usage", "130:interrupted; the sums are shown"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire serve all --transport udp",
            "  anywire ping --count 10 udp://127.0.0.1:7001",
            "  anywire ping --interval 10ms 'http://127.0.0.1:8080?version=http2'"
        })
final class PingCommand implements Callable<Integer> {
    /** Whoever asks need not be known: no is an answer, too. */
    private static final String OPERATION = "auth/authenticate";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "URI", description = "Who serves auth there.")
    @SuppressWarnings("NullAway.Init")
    private String uri;

    @Option(names = "--count", paramLabel = "N", description = "End after so many. Default: at Ctrl-C.")
    private int count = Integer.MAX_VALUE;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = SuiteOptions.Time.class,
            description = "From one to the next. Default: 1s.")
    private Duration interval = Duration.ofSeconds(1);

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = SuiteOptions.Time.class,
            description = "How long to wait for an answer. Default: 2s.")
    private Duration timeout = Duration.ofSeconds(2);

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = "Passwords and keys, NAME=VALUE a line: serve makes it and names it.")
    private @Nullable Path secrets;

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count is at least 1, not " + count);
        }
        TransportCatalog found = new TransportCatalog();
        Endpoint to = found.endpoint(uri);
        Operation operation = Operations.operation(OPERATION).orElseThrow();
        PrintWriter out = Anywire.out(spec);
        out.println("ping " + found.named(to.scheme()).label(to) + " at " + to.address() + ": " + operation);
        try (CtrlC guard = CtrlC.guard();
                OneCall one = new OneCall(found, to, timeout, Optional.empty(), secrets())) {
            Pings pings = new Pings(one, operation, out);
            try {
                pings.run(count, interval);
            } finally {
                pings.sums().forEach(out::println);
                out.flush();
            }
            return pings.answered() > 0 ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private Map<String, String> secrets() {
        return secrets == null ? Map.of() : SecretsFile.read(secrets);
    }
}
