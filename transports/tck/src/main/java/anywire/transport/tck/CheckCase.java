package anywire.transport.tck;

import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Operation.Kind;
import anywire.transport.tck.Tck.Limits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One check of one group, ready to be run. */
final class CheckCase {
    private static final int MAX_REASON_CHARS = 300;

    private final String group;
    private final Method method;
    private final Check check;

    private CheckCase(String group, Method method, Check check) {
        this.group = group;
        this.method = method;
        this.check = check;
    }

    /** A group's checks by name: reflection knows no order of its own. */
    static List<CheckCase> of(Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Check.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new CheckCase(title(group), method, method.getAnnotation(Check.class)))
                .toList();
    }

    /** {@code BackPressure} is "back pressure". */
    static String title(Class<?> group) {
        return group.getSimpleName()
                .replaceFirst("Group$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    String group() {
        return group;
    }

    String test() {
        return method.getName().replace('_', ' ');
    }

    Optional<Guarantee> guarantee() {
        return Arrays.stream(check.promises()).findFirst();
    }

    /** @throws Throwable {@link TestAbortedException} if skipped, anything else if failed */
    void execute(TestedTransport site, Limits limits) throws Throwable {
        requirePromised(site.guarantees());
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Wait.with(limits.patience());
                        onRig(site);
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "tck-" + method.getName());
        thread.setDaemon(true);
        thread.start();
        thread.join(limits.each().toMillis());
        if (thread.isAlive()) {
            AssertionError stuck =
                    new AssertionError("did not end within " + limits.each().toSeconds() + " s");
            stuck.setStackTrace(thread.getStackTrace());
            thread.interrupt();
            throw stuck;
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    Verdict verdict(@Nullable Throwable failure) {
        CheckOutcome outcome = failure == null
                ? CheckOutcome.PASSED
                : failure instanceof TestAbortedException ? CheckOutcome.SKIPPED : CheckOutcome.FAILED;
        return new Verdict(group, guarantee(), test(), outcome, failure == null ? "" : oneLine(failure));
    }

    private void requirePromised(Guarantees guarantees) {
        for (Kind kind : check.needs()) {
            if (!guarantees.kinds().contains(kind)) {
                throw new TestAbortedException(kind + " is not carried");
            }
        }
        for (Guarantee promise : check.promises()) {
            if (!guarantees.promises(promise)) {
                throw new TestAbortedException(promise + " is not promised");
            }
        }
    }

    private void onRig(TestedTransport site) throws Throwable {
        CheckRig rig = new CheckRig(site);
        try {
            method.invoke(newGroup(), rig);
        } catch (InvocationTargetException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            try {
                rig.close();
            } catch (Throwable alsoLeft) {
                failure.addSuppressed(alsoLeft);
            }
            throw failure;
        }
        rig.close();
    }

    private Object newGroup() throws ReflectiveOperationException {
        return method.getDeclaringClass().getDeclaredConstructor().newInstance();
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_REASON_CHARS ? line : line.substring(0, MAX_REASON_CHARS) + "...";
    }
}
