package anywire.transport;

import anywire.transport.Operation.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a transport promises under one set of options.
 *
 * @param kinds what it can carry; a scenario that needs another is "not applicable"
 * @param maxBodyBytes the largest body; one byte more is {@link TransportException.TooLarge}
 */
public record Guarantees(
        Set<Kind> kinds, SendPoint sendCompletes, Delivery delivery, int maxBodyBytes, Set<Guarantee> promises) {
    public Guarantees {
        kinds = Set.copyOf(kinds);
        promises = Set.copyOf(promises);
    }

    /** All kinds. */
    public static Guarantees of(SendPoint sendCompletes, Delivery delivery, int maxBodyBytes, Guarantee... promises) {
        return new Guarantees(EnumSet.allOf(Kind.class), sendCompletes, delivery, maxBodyBytes, Set.of(promises));
    }

    public boolean promises(Guarantee guarantee) {
        return promises.contains(guarantee);
    }
}
