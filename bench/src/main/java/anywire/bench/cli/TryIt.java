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
        steps(services).forEach(step -> lines.add("  " + step(step, address)));
        if (services.contains("notify")) {
            lines.add("  " + (curlReaches(address) ? stream(address) : subscription(address)));
            lines.add("  " + step(NotifyOperations.PUBLISHED, address));
        }
        lines.add("");
        lines.add(
                "TOKEN is what auth/logIn gives whoever asks. bob hears ann once follow/follow says that he follows her.");
        lines.add("anywire call --list names all operations.");
        return lines;
    }

    private static Stream<Procedure<?, ?, ?>> steps(List<String> services) {
        return FIRST_STEPS.stream()
                .filter(step -> services.contains(step.operation().service()));
    }

    private static boolean curlReaches(URI address) {
        return address.getScheme().startsWith("http");
    }

    private static String step(Procedure<?, ?, ?> step, URI address) {
        return curlReaches(address) ? ByHand.curl(step, address) : call(step, address);
    }

    private static String call(Procedure<?, ?, ?> step, URI address) {
        String caller = step.actor().isPresent() ? " --token \"$TOKEN\"" : "";
        return "anywire call " + step.operation().path() + " --data '"
                + OperationList.json(step.exampleRequest()).replace("'", "'\\''") + "'" + caller + " --at " + address;
    }

    private static String stream(URI address) {
        return "curl -N -H \"Authorization: Bearer $TOKEN\" " + address + "/" + NotifyOperations.INBOX + "/bob";
    }

    private static String subscription(URI address) {
        return "anywire call " + NotifyOperations.INBOX + " --topic bob --token \"$TOKEN\" --at " + address;
    }
}
