package anywire.transport.amq;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The numbers of the last events taken, so that one that comes again is known: after a lost connection the broker
 * delivers anew whatever was not acknowledged, though it may have been handled. Safe for use by many threads.
 */
final class Handled {
    private final int most;
    private final Set<String> numbers = new LinkedHashSet<>();

    Handled(int most) {
        this.most = most;
    }

    /** @return whether it was not taken before; what has no number is always new */
    synchronized boolean first(String number) {
        if (number.isEmpty() || most == 0) {
            return true;
        }
        if (!numbers.add(number)) {
            return false;
        }
        if (numbers.size() > most) {
            numbers.remove(numbers.iterator().next());
        }
        return true;
    }

    synchronized void forget(String number) {
        numbers.remove(number);
    }
}
