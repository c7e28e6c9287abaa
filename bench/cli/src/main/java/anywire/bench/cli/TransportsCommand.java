package anywire.bench.cli;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Operation.Kind;
import anywire.transport.Option;
import anywire.transport.Transport;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "transports",
        description = "Lists the transports that are there, what each promises, and its options.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire transports",
            "  anywire transports tcp",
            "Options stand in URIs: anywire serve all --at 'tcp://127.0.0.1:7001?maxInFlight=64'"
        })
final class TransportsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "TRANSPORT", description = "Only these.")
    private List<String> schemes = List.of();

    @Override
    public Integer call() {
        PrintWriter out = Anywire.out(spec);
        TransportCatalog found = new TransportCatalog();
        List<Transport> chosen = schemes.isEmpty()
                ? found.all().transports()
                : schemes.stream().map(found::named).toList();
        chosen.forEach(transport -> print(out, transport));
        if (schemes.isEmpty()) {
            out.println("every transport");
            CommonOptions.all().forEach(option -> print(out, option));
        }
        out.flush();
        found.all().faults().forEach(fault -> spec.commandLine().getErr().println("anywire: " + fault));
        return found.all().faults().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static void print(PrintWriter out, Transport transport) {
        Endpoint endpoint = Endpoint.loopback(transport);
        Guarantees guarantees = transport.guarantees(endpoint);
        out.println(transport.scheme());
        out.println("  carries   "
                + words(Arrays.stream(Kind.values())
                        .filter(guarantees.kinds()::contains)
                        .toArray(Enum<?>[]::new)));
        out.println("  promises  "
                + words(Arrays.stream(Guarantee.values())
                        .filter(guarantees::promises)
                        .toArray(Enum<?>[]::new)));
        out.println("  events    delivered " + word(guarantees.delivery()) + ", sent once "
                + word(guarantees.sendCompletes()));
        out.println("  bodies    up to " + String.format(Locale.ROOT, "%,d", guarantees.maxBodyBytes()) + " bytes");
        transport.companion(endpoint).ifPresent(broker -> out.println("  needs     " + broker.name()));
        transport.options().forEach(option -> print(out, option));
        out.println();
    }

    private static <T> void print(PrintWriter out, Option<T> option) {
        String unit = option.unit().isEmpty() ? "" : " " + option.unit();
        String value = option.print(option.defaultValue());
        out.printf("  ?%s=%s%s%n      %s (%s)%n", option.name(), value, unit, option.help(), option.type());
    }

    private static String words(Enum<?>[] constants) {
        return constants.length == 0
                ? "nothing"
                : Arrays.stream(constants).map(TransportsCommand::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
