package anywire.bench.cli;

import anywire.call.AuthOperations;
import anywire.call.ByHand;
import anywire.call.NotifyOperations;
import anywire.call.Procedure;
import anywire.call.StorageOperations;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How to try what is served: lines to be pasted into a shell. */
final class TryIt {
    private static final List<Procedure<?, ?, ?>> FIRST_STEPS = List.of(
            AuthOperations.SIGN_UP,
            AuthOperations.LOG_IN,
            StorageOperations.POST,
            StorageOperations.BY_AUTHOR,
            StorageOperations.SEARCH);

    private TryIt() {}

    static List<String> lines(URI address, List<String> services) {
        List<String> lines = new ArrayList<>();
        lines.add("serving " + String.join(", ", services) + " at " + address + " (Ctrl-C ends it)");
        lines.add("");
        boolean curl = address.getScheme().startsWith("http");
        steps(services).forEach(step -> lines.add("  " + (curl ? ByHand.curl(step, address) : call(step, address))));
        if (services.contains("notify")) {
            lines.add("  " + (curl ? stream(address) : subscription(address)));
        }
        lines.add("");
        lines.add("TOKEN is what auth/logIn gives; anywire call --list names all operations.");
        return lines;
    }

    private static Stream<Procedure<?, ?, ?>> steps(List<String> services) {
        return FIRST_STEPS.stream()
                .filter(step -> services.contains(step.operation().service()));
    }

    private static String call(Procedure<?, ?, ?> step, URI address) {
        String caller = step.actor().isPresent() ? " --token \"$TOKEN\"" : "";
        return "anywire call " + step.operation().path() + " --data '"
                + OperationList.json(step.exampleRequest()).replace("'", "'\\''") + "'" + caller + " --at " + address;
    }

    private static String stream(URI address) {
        return "curl -N -H \"Authorization: Bearer $TOKEN\" " + address + "/" + NotifyOperations.INBOX + "/ann";
    }

    private static String subscription(URI address) {
        return "anywire call " + NotifyOperations.INBOX + " --topic ann --token \"$TOKEN\" --at " + address;
    }
}
