package anywire.host;

import java.nio.file.Path;
import java.util.List;

/**
 * Where processes are started.
 *
 * @param logs the folder for their logs, and for what they store
 * @param within what to put before their command, so that they are in a network of their own; or empty
 */
public record Site(Path logs, List<String> within) {
    public Site {
        within = List.copyOf(within);
    }

    /** In the machine's own network. */
    public static Site at(Path logs) {
        return new Site(logs, List.of());
    }

    public Site within(NetNamespace namespace) {
        return new Site(logs, namespace.entry());
    }
}
