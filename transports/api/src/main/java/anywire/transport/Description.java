package anywire.transport;

import java.util.List;
import java.util.Optional;

/**
 * A service's name and what can be asked of it.
 *
 * @param formats in which it can push and reply
 */
public record Description(String service, List<Operation> operations, List<Format> formats) {
    public Description {
        operations = List.copyOf(operations);
        formats = List.copyOf(formats);
        for (Operation operation : operations) {
            if (!operation.service().equals(service)) {
                throw new IllegalArgumentException(operation + " is not of " + service);
            }
        }
    }

    public Optional<Operation> operation(String name) {
        return operations.stream().filter(o -> o.name().equals(name)).findFirst();
    }
}
