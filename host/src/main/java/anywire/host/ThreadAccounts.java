package anywire.host;

import java.util.HashMap;
import java.util.Map;

/**
 * A growing figure of each thread, added up. A thread that ends takes its own account with it; what was last seen of it
 * stays in the sum, so that the sum never falls.
 */
final class ThreadAccounts {
    private Map<Long, Long> seen = Map.of();
    private long ofEnded;

    /** @param now by thread, of those alive */
    synchronized long sum(Map<Long, Long> now) {
        for (Map.Entry<Long, Long> before : seen.entrySet()) {
            long still = now.getOrDefault(before.getKey(), -1L);
            if (still < before.getValue()) { // ended, or its number is another thread's by now
                ofEnded += before.getValue();
            }
        }
        seen = new HashMap<>(now);
        return ofEnded + now.values().stream().mapToLong(Long::longValue).sum();
    }
}
