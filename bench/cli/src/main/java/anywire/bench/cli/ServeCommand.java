package anywire.bench.cli;

import anywire.bench.engine.suite.Nearest;
import anywire.operation.Operations;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = "Serves some or all of the services over a transport, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        parameterListHeading = "%nWhat to serve:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire serve all --transport http",
            "  anywire serve all --transport tcp --port 7001",
            "  anywire serve all --at 'amq://127.0.0.1:0?broker=embedded'",
            "  anywire serve all --at 'tcp://127.0.0.1:7001?maxInFlight=64'",
            "  anywire serve storage --transport tcp --auth-at http://127.0.0.1:8080"
        })
final class ServeCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SERVICE", description = "auth, storage, follow, notify, or all.")
    private List<String> services = List.of();

    @ArgGroup(
            validate = false,
            heading = "%nWhere (a transport or a whole address; on loopback unless it says otherwise):%n")
    private Where where = new Where();

    @ArgGroup(validate = false, heading = "%nWhat those served here need and runs elsewhere:%n")
    private Elsewhere elsewhere = new Elsewhere();

    static final class Where {
        @Option(names = "--transport", paramLabel = "T", description = "Its scheme; anywire transports lists them.")
        private @Nullable String transport;

        @Option(names = "--port", paramLabel = "N", description = "Default: a free one.")
        private @Nullable Integer port;

        @Option(names = "--at", paramLabel = "URI", description = "Address and options.")
        private @Nullable String uri;

        @Option(
                names = "--secrets",
                paramLabel = "FILE",
                description = "Passwords and keys, NAME=VALUE a line. Those not there are made up.")
        private @Nullable Path secrets;
    }

    static final class Elsewhere {
        @Option(names = "--auth-at", paramLabel = "URI", description = "Who checks callers.")
        private @Nullable String auth;

        @Option(names = "--follow-at", paramLabel = "URI", description = "Who tells notify an author's followers.")
        private @Nullable String follow;
    }

    @Override
    public Integer call() throws InterruptedException {
        TransportCatalog found = new TransportCatalog();
        Endpoint at = endpoint(found);
        PrintWriter out = Anywire.out(spec);
        ServedHere.Peers peers =
                new ServedHere.Peers(Optional.ofNullable(elsewhere.auth), Optional.ofNullable(elsewhere.follow));
        try (CtrlC guard = CtrlC.guard();
                ServedHere served = ServedHere.start(found, at, chosen(), peers, secrets())) {
            TryIt.lines(served.address(), chosen(), served.secretsFile()).forEach(out::println);
            out.flush();
            new CountDownLatch(1).await();
            return ExitCodes.DONE;
        }
    }

    private Map<String, String> secrets() {
        return where.secrets == null ? Map.of() : SecretsFile.read(where.secrets);
    }

    private Endpoint endpoint(TransportCatalog found) {
        if (where.uri != null) {
            if (where.transport != null || where.port != null) {
                throw new ParameterException(spec.commandLine(), "--at says it all: leave out --transport and --port");
            }
            return found.endpoint(where.uri);
        }
        if (where.transport == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "over which transport? --transport "
                            + String.join(", ", found.all().schemes()));
        }
        Transport transport = found.named(where.transport);
        int port = where.port == null ? 0 : where.port;
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is 0 to 65535, not " + port);
        }
        return Endpoint.parse(transport.scheme() + "://127.0.0.1:" + port, transport);
    }

    private List<String> chosen() {
        List<String> known = new ArrayList<>(Operations.services());
        if (services.contains(ALL)) {
            return known;
        }
        known.add(ALL);
        for (String service : services) {
            if (!known.contains(service)) {
                throw new ParameterException(
                        spec.commandLine(), "unknown service '" + service + "'; " + Nearest.hint(service, known));
            }
        }
        return services.stream().distinct().toList();
    }
}
