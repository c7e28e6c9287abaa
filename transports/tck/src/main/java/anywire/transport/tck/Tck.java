package anywire.transport.tck;

import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The kit without JUnit: runs all groups against a transport and says what it found. */
public final class Tck {
    private static final List<Class<?>> GROUPS = List.of(
            Calls.class,
            Refusals.class,
            Events.class,
            Subscriptions.class,
            Pushes.class,
            Sizes.class,
            Ownership.class,
            Deadlines.class,
            Cancellation.class,
            Concurrency.class,
            BackPressure.class,
            Lifecycle.class,
            Restart.class,
            Options.class,
            Accounting.class,
            Security.class,
            HostileBytes.class,
            HostileServer.class);

    private Tck() {}

    /** The groups' names, in order. */
    public static List<String> groups() {
        return GROUPS.stream().map(CheckCase::title).toList();
    }

    /** Runs everything. */
    public static List<Verdict> run(Transport transport, Endpoint endpoint) {
        return run(transport, endpoint, Map.of(), group -> true);
    }

    /**
     * Runs the groups that are wanted.
     *
     * @param endpoint with the options to try it under; port 0
     * @param secrets what the host lends to both sides
     */
    public static List<Verdict> run(
            Transport transport, Endpoint endpoint, Map<String, String> secrets, Predicate<String> wanted) {
        List<Verdict> verdicts = new ArrayList<>();
        try (Site site = new Site(transport, endpoint, secrets)) {
            for (Class<?> group : GROUPS) {
                if (wanted.test(CheckCase.title(group))) {
                    CheckCase.of(group).forEach(check -> verdicts.add(verdict(check, site)));
                }
            }
        }
        return verdicts;
    }

    static List<Class<?>> groupClasses() {
        return GROUPS;
    }

    /** One check alone, by its group and its sentence. */
    static Verdict run(Transport transport, Endpoint endpoint, String group, String test) {
        CheckCase wanted = GROUPS.stream()
                .flatMap(each -> CheckCase.of(each).stream())
                .filter(check -> check.group().equals(group) && check.test().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check " + group + ": " + test));
        try (Site site = new Site(transport, endpoint, Map.of())) {
            return verdict(wanted, site);
        }
    }

    private static Verdict verdict(CheckCase check, Site site) {
        try {
            check.execute(site);
            return check.verdict(null);
        } catch (Throwable failure) {
            return check.verdict(failure);
        }
    }
}
