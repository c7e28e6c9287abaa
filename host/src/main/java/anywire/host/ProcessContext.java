package anywire.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where processes are started, and for whom.
 *
 * @param logs the folder for their logs, and for what they store
 * @param within what to put before their command, so that they are in a network of their own; empty for the machine's
 * @param owner whose they are, so that a failure can say so: a row
 */
public record ProcessContext(Path logs, List<String> within, Optional<String> owner) {
    public ProcessContext {
        within = List.copyOf(within);
    }

    /** In the machine's own network, of nobody in particular. */
    public static ProcessContext at(Path logs) {
        return new ProcessContext(logs, List.of(), Optional.empty());
    }

    public ProcessContext within(NetNamespace namespace) {
        return new ProcessContext(logs, namespace.entry(), owner);
    }

    public ProcessContext of(String who) {
        return new ProcessContext(logs, within, Optional.of(who));
    }
}
