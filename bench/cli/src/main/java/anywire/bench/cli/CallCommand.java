package anywire.bench.cli;

import anywire.operation.Operations;
import anywire.transport.Body;
import anywire.transport.Credential;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Operation;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "call",
        description = "Calls one operation by hand, over any transport, and prints the reply as JSON.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        parameterListHeading = "%nWhat to call:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:answered", "1:refused, or no answer", "2:wrong usage", "130:interrupted"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire call --list",
            "  anywire call auth/logIn username=ann password='correct horse' --at tcp://127.0.0.1:7001",
            "  anywire call storage/latest --data '{\"limit\":5}' --token T --at http://127.0.0.1:8080",
            "  anywire call notify/inbox --topic ann --count 3 --token T --at tcp://127.0.0.1:7001"
        })
final class CallCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "OPERATION", description = "As auth/logIn.")
    private @Nullable String path;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME=VALUE", description = "The request, field by field.")
    private List<String> fields = List.of();

    @Option(names = "--list", description = "Name all operations, each with an example.")
    private boolean list;

    @ArgGroup(validate = false, heading = "%nThe call:%n")
    private TheCall theCall = new TheCall();

    @ArgGroup(validate = false, heading = "%nA subscription:%n")
    private TheSubscription subscription = new TheSubscription();

    static final class TheCall {
        @Option(names = "--at", paramLabel = "URI", description = "Who serves it.")
        private @Nullable String uri;

        @Option(names = "--data", paramLabel = "JSON", description = "The request, in place of fields.")
        private @Nullable String json;

        @Option(names = "--token", paramLabel = "T", description = "Who asks: a token that auth/logIn gave.")
        private @Nullable String token;

        @Option(
                names = "--secrets",
                paramLabel = "FILE",
                description = "Passwords and keys, NAME=VALUE a line: serve makes it and names it.")
        private @Nullable Path secrets;

        @Option(
                names = "--timeout",
                paramLabel = "TIME",
                converter = SuiteOptions.Time.class,
                description = "How long to wait. Default: 5s.")
        private Duration timeout = Duration.ofSeconds(5);
    }

    static final class TheSubscription {
        @Option(names = "--topic", paramLabel = "NAME", description = "Whose inbox.")
        private @Nullable String topic;

        @Option(names = "--count", paramLabel = "N", description = "End after so many. Default: at Ctrl-C.")
        private int count = Integer.MAX_VALUE;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Anywire.out(spec);
        if (list) {
            OperationList.lines(path == null ? Operations.services() : services())
                    .forEach(out::println);
            out.flush();
            return ExitCodes.DONE;
        }
        Operation operation = OneCall.operation(required(path, "which operation? anywire call --list names them"));
        TransportCatalog found = new TransportCatalog();
        Endpoint to = found.endpoint(required(theCall.uri, "--at URI is missing: who serves " + operation + "?"));
        Body body = body();
        Optional<Credential> caller = Optional.ofNullable(theCall.token).map(Credential::new);
        try (CtrlC guard = CtrlC.guard();
                OneCall one = new OneCall(found, to, theCall.timeout, caller, secrets())) {
            carryOut(one, operation, body, out);
            return ExitCodes.DONE;
        }
    }

    private Map<String, String> secrets() {
        return theCall.secrets == null ? Map.of() : SecretsFile.read(theCall.secrets);
    }

    private void carryOut(OneCall one, Operation operation, Body body, PrintWriter out) throws InterruptedException {
        switch (operation.kind()) {
            case CALL -> out.println(one.ask(operation, body));
            case EVENT -> {
                one.send(operation, body);
                out.println("sent");
            }
            case PUSH ->
                one.listen(
                        operation,
                        required(subscription.topic, "--topic NAME is missing: whose inbox?"),
                        count(),
                        item -> {
                            out.println(item);
                            out.flush();
                        },
                        () -> System.err.println("anywire: a gap: something may have been missed"));
        }
        out.flush();
    }

    private int count() {
        if (subscription.count < 1) {
            throw new ParameterException(spec.commandLine(), "--count is at least 1, not " + subscription.count);
        }
        return subscription.count;
    }

    private Body body() {
        if (theCall.json != null) {
            if (!fields.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "--data or fields, not both");
            }
            return new Body(Format.JSON, theCall.json.getBytes(StandardCharsets.UTF_8));
        }
        List<String> pairs = new ArrayList<>();
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "'" + field + "' is no field: write name=value");
            }
            pairs.add(encoded(field.substring(0, equals)) + "=" + encoded(field.substring(equals + 1)));
        }
        return new Body(Format.FORM, String.join("&", pairs).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> services() {
        List<String> services = new ArrayList<>(fields);
        services.add(0, required(path, ""));
        return services;
    }

    private String required(@Nullable String given, String otherwise) {
        if (given == null) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
        return given;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
