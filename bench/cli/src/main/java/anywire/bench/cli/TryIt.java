package anywire.bench.cli;

import anywire.operation.AuthOperations;
import anywire.operation.CurlForm;
import anywire.operation.NotifyOperations;
import anywire.operation.Procedure;
import anywire.operation.StorageOperations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** @param secrets the file that callers need, if they need one */
    static List<String> lines(URI address, List<String> services, Optional<Path> secrets) {
        List<String> lines = new ArrayList<>();
        lines.add("serving " + String.join(", ", services) + " at " + address + " (Ctrl-C ends it)");
        lines.add("");
        steps(services).forEach(step -> lines.add("  " + step(step, address, secrets)));
        if (services.contains("notify")) {
            lines.add("  " + (curlReaches(address) ? stream(address) : subscription(address, secrets)));
            lines.add("  " + step(NotifyOperations.PUBLISHED, address, secrets));
        }
        lines.add("");
        lines.add(
                "TOKEN is what auth/logIn gives whoever asks. bob hears ann once follow/follow says that he follows her.");
        lines.add("anywire call --list names all operations.");
        secrets.ifPresent(file ->
                lines.add("The password is in " + file + ", which nobody else can read and which goes with this."));
        return lines;
    }

    private static Stream<Procedure<?, ?, ?>> steps(List<String> services) {
        return FIRST_STEPS.stream()
                .filter(step -> services.contains(step.operation().service()));
    }

    private static boolean curlReaches(URI address) {
        return address.getScheme().startsWith("http");
    }

    private static String step(Procedure<?, ?, ?> step, URI address, Optional<Path> secrets) {
        return curlReaches(address) ? CurlForm.curl(step, address) : call(step, address, secrets);
    }

    private static String call(Procedure<?, ?, ?> step, URI address, Optional<Path> secrets) {
        String caller = step.actor().isPresent() ? " --token \"$TOKEN\"" : "";
        return "anywire call " + step.operation().path() + " --data '"
                + OperationList.json(step.exampleRequest()).replace("'", "'\\''") + "'" + caller + known(secrets)
                + " --at " + address;
    }

    private static String stream(URI address) {
        return "curl -N -H \"Authorization: Bearer $TOKEN\" " + address + "/" + NotifyOperations.INBOX + "/bob";
    }

    private static String subscription(URI address, Optional<Path> secrets) {
        return "anywire call " + NotifyOperations.INBOX + " --topic bob --token \"$TOKEN\"" + known(secrets) + " --at "
                + address;
    }

    private static String known(Optional<Path> secrets) {
        return secrets.map(file -> " --secrets " + file).orElse("");
    }
}
