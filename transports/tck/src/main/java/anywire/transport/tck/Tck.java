package anywire.transport.tck;

import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.opentest4j.TestAbortedException;

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
            AccountingGroup.class,
            Security.class,
            HostileBytes.class,
            HostileServer.class);

    /** Why a check was skipped, if that is why. */
    public static final String OUT_OF_TIME = "there was no time left for it";

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
        return run(transport, endpoint, secrets, wanted, Limits.AMPLE);
    }

    /** As {@link #run(Transport, Endpoint, Map, Predicate)}; what there was no time for is skipped, with that reason. */
    public static List<Verdict> run(
            Transport transport,
            Endpoint endpoint,
            Map<String, String> secrets,
            Predicate<String> wanted,
            Limits limits) {
        List<Verdict> verdicts = new ArrayList<>();
        long begun = System.nanoTime();
        try (TestedTransport site = new TestedTransport(transport, endpoint, secrets)) {
            for (Class<?> group : GROUPS) {
                if (wanted.test(CheckCase.title(group))) {
                    for (CheckCase check : CheckCase.of(group)) {
                        boolean inTime =
                                System.nanoTime() - begun < limits.all().toNanos();
                        verdicts.add(
                                inTime
                                        ? verdict(check, site, limits)
                                        : check.verdict(new TestAbortedException(OUT_OF_TIME)));
                    }
                }
            }
        }
        return verdicts;
    }

    /**
     * How long it may take.
     *
     * @param patience with one outcome that a check waits for
     * @param each of a check: one that takes longer has failed
     * @param all no check is begun after this
     */
    public record Limits(Duration patience, Duration each, Duration all) {
        /** No check that works takes nearly as long, however busy the machine. */
        public static final Limits AMPLE =
                new Limits(Duration.ofSeconds(75), Duration.ofMinutes(5), Duration.ofHours(1));

        /** As patient as fits into one check. */
        public Limits(Duration each, Duration all) {
            this(each.multipliedBy(5).dividedBy(6), each, all);
        }
    }

    static List<Class<?>> groupClasses() {
        return GROUPS;
    }

    /** One check alone, by its group and its sentence. */
    static Verdict run(Transport transport, Endpoint endpoint, String group, String test, Limits limits) {
        CheckCase wanted = GROUPS.stream()
                .flatMap(each -> CheckCase.of(each).stream())
                .filter(check -> check.group().equals(group) && check.test().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check " + group + ": " + test));
        try (TestedTransport site = new TestedTransport(transport, endpoint, Map.of())) {
            return verdict(wanted, site, limits);
        }
    }

    private static Verdict verdict(CheckCase check, TestedTransport site, Limits limits) {
        try {
            check.execute(site, limits);
            return check.verdict(null);
        } catch (Throwable failure) {
            return check.verdict(failure);
        }
    }
}
