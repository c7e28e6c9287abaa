package anywire.bench.analysis;

import anywire.bench.model.Accounting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Adds up the accounting of several windows. */
final class Accounts {
    private Accounts() {}

    static Accounting sum(List<Accounting> all) {
        return new Accounting(
                total(all, Accounting::intended),
                total(all, Accounting::sent),
                total(all, Accounting::answered),
                total(all, Accounting::wrong),
                total(all, Accounting::refused),
                total(all, Accounting::failed),
                total(all, Accounting::timedOut),
                total(all, Accounting::unanswered),
                total(all, Accounting::executed),
                total(all, Accounting::lost),
                total(all, Accounting::doubled),
                total(all, Accounting::outOfOrder),
                total(all, Accounting::pushesExpected),
                total(all, Accounting::pushesHeard),
                total(all, Accounting::pushesDoubled),
                total(all, Accounting::pushesOutOfOrder),
                faults(all),
                all.stream().allMatch(Accounting::balanced));
    }

    private static long total(List<Accounting> all, ToLongFunction<Accounting> part) {
        return all.stream().mapToLong(part).sum();
    }

    /** {@code "OVERLOADED 3"} and {@code "OVERLOADED 2"} make {@code "OVERLOADED 5"}. */
    private static List<String> faults(List<Accounting> all) {
        Map<String, Long> byFault = new LinkedHashMap<>();
        for (Accounting one : all) {
            for (String fault : one.faults()) {
                int space = fault.lastIndexOf(' ');
                String count = fault.substring(space + 1);
                boolean counted = space > 0 && count.matches("\\d{1,18}");
                byFault.merge(
                        counted ? fault.substring(0, space) : fault, counted ? Long.parseLong(count) : 1, Long::sum);
            }
        }
        return byFault.entrySet().stream()
                .map(f -> f.getKey() + " " + f.getValue())
                .toList();
    }
}
